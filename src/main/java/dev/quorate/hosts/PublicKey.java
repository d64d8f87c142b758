package dev.quorate.hosts;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
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
        Path file = named.map(PublicKey::publicOf)
                .orElseGet(() -> USUAL.stream()
                        .map(name -> home.resolve(".ssh").resolve(name))
                        .filter(Files::isReadable)
                        .findFirst()
                        .orElseThrow(PublicKey::none));
        try {
            String text = Files.readString(file).strip();
            if (FORM.matcher(text).matches()) {
                return new PublicKey(file, text);
            }
        } catch (IOException e) {
            throw OperatorException.of(
                    ExitCode.IO,
                    "cannot read the public key " + file,
                    "make it of the private one: ssh-keygen -y -f KEY");
        }
        throw OperatorException.of(ExitCode.INVALID_INPUT, file + " is no public key", "name a file that ends in .pub");
    }

    private static Path publicOf(Path file) {
        return file.toString().endsWith(".pub") ? file : Path.of(file + ".pub");
    }

    private static OperatorException none() {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "there is no public key in ~/.ssh",
                "make a pair with: ssh-keygen -t ed25519, or name one with --public-key");
    }
}
