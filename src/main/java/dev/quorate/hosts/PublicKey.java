package dev.quorate.hosts;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public key as {@code authorized_keys} holds it.
 *
 * @param text type, key and comment, one line
 */
record PublicKey(Path file, String text) {

    private static final List<String> USUAL = List.of("id_ed25519.pub", "id_ecdsa.pub", "id_rsa.pub");
    private static final Pattern FORM = Pattern.compile("(ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/=]{16,}( [^\\n]*)?");

    /**
     * @param named the file, of the public key or of the private one beside it; empty for the first usual one
     * @param home of the operator
     */
    static PublicKey find(Optional<Path> named, Path home) {
        Path file = named.map(PublicKey::meant)
                .orElseGet(() -> USUAL.stream()
                        .map(name -> home.resolve(".ssh").resolve(name))
                        .filter(Files::isReadable)
                        .findFirst()
                        .orElseThrow(PublicKey::none));
        String text = text(file).strip();
        if (FORM.matcher(text).matches()) {
            return new PublicKey(file, text);
        }
        if (isPrivate(text)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    file + " is a private key, which never leaves this machine",
                    "name the public one, or make it: ssh-keygen -y -f %1$s >%1$s.pub".formatted(file));
        }
        throw OperatorException.of(ExitCode.INVALID_INPUT, file + " is no public key", "name a file that ends in .pub");
    }

    /** Who names a private key means the public one beside it. */
    private static Path meant(Path file) {
        Path beside = Path.of(file + ".pub");
        return Files.isReadable(beside) && isPrivate(text(file)) ? beside : file;
    }

    private static boolean isPrivate(String text) {
        return text.contains("PRIVATE KEY-----");
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw OperatorException.of(
                    ExitCode.IO,
                    "cannot read the public key " + file,
                    "make it of the private one: ssh-keygen -y -f KEY");
        }
    }

    private static OperatorException none() {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "there is no public key in ~/.ssh",
                "make a pair with: ssh-keygen -t ed25519, or name one with --public-key");
    }
}
