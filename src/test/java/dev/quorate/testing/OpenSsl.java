package dev.quorate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The openssl program, which has the last word on what we write. */
public final class OpenSsl {

    private OpenSsl() {}

    public record Result(int status, String output) {}

    public static Result run(Object... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The output of a call that must succeed. */
    public static String output(Object... arguments) {
        Result result = run(arguments);
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    public static String text(Path certificate) {
        return output("x509", "-in", certificate, "-noout", "-text");
    }

    public static void assertPair(Path certificate, Path key) {
        String ofCertificate = output("x509", "-in", certificate, "-noout", "-pubkey");
        String ofKey = output("pkey", "-in", key, "-pubout");

        assertThat(ofCertificate).isEqualTo(ofKey);
    }

    public static void assertVerifies(Path authority, Path certificate, String purpose) {
        String output = output("verify", "-x509_strict", "-CAfile", authority, "-purpose", purpose, certificate);

        assertThat(output).endsWith(": OK\n");
    }

    /** The value under a heading of {@code x509 -text}, such as {@code X509v3 Key Usage}, on one line. */
    public static String field(Path certificate, String heading) {
        String[] lines = text(certificate).split("\n");
        for (int index = 0; index < lines.length; index++) {
            if (lines[index].strip().startsWith(heading + ":")) {
                String rest = lines[index]
                        .substring(lines[index].indexOf(heading) + heading.length() + 1)
                        .strip();
                return rest.isEmpty() || rest.equals("critical")
                        ? (rest + " " + lines[index + 1].strip()).strip()
                        : rest;
            }
        }
        return "";
    }
}
