package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The openssl program, which has the last word on what we write. */
final class OpenSsl {

    private OpenSsl() {}

    record Result(int status, String output) {}

    static Result run(Object... arguments) {
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
    static String output(Object... arguments) {
        Result result = run(arguments);
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    static String text(Path certificate) {
        return output("x509", "-in", certificate, "-noout", "-text");
    }

    static void assertPair(Path certificate, Path key) {
        String ofCertificate = output("x509", "-in", certificate, "-noout", "-pubkey");
        String ofKey = output("pkey", "-in", key, "-pubout");

        assertThat(ofCertificate).isEqualTo(ofKey);
    }

    static void assertVerifies(Path authority, Path certificate, String purpose) {
        String output = output("verify", "-x509_strict", "-CAfile", authority, "-purpose", purpose, certificate);

        assertThat(output).endsWith(": OK\n");
    }
}
