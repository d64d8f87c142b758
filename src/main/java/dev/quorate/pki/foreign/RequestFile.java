package dev.quorate.pki.foreign;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.KeyType;
import dev.quorate.pki.Subject;
import dev.quorate.pki.Usages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A request for a certificate as cfssl's JSON or openssl's configuration describes it.
 *
 * @param usages where the file says any
 * @param mistakes what its program would have passed over in silence; each names the place
 */
public record RequestFile(
        Subject subject,
        List<AlternativeName> names,
        Optional<KeyType> keyType,
        Optional<Usages> usages,
        List<String> mistakes) {

    /** What editors of Windows begin a file with. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    public RequestFile {
        names = List.copyOf(names);
        mistakes = List.copyOf(mistakes);
    }

    /** Reads {@code file}: JSON as cfssl's, anything else as openssl's. */
    public static RequestFile read(Path file) {
        String text = text(file);
        return text.stripLeading().startsWith("{") ? CfsslRequest.parse(file, text) : OpenSslRequest.parse(file, text);
    }

    static String text(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.IO, "cannot read " + file, "is the path right, and may you read it?")
                            .failure(),
                    e);
        }
    }

    /** The name that {@code text} spells; what is wrong with it is told with the file. */
    static AlternativeName name(Path file, String text) {
        try {
            return AlternativeName.of(text);
        } catch (OperatorException e) {
            throw e.at(file.toString());
        }
    }

    static OperatorException refuse(Path file, String why, String hint) {
        return OperatorException.of(ExitCode.INVALID_INPUT, file + ": " + why, hint);
    }
}
