package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.regex.Pattern;

/** The two files of a certificate in the store's folder. */
public record FileNames(String certificate, String key) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._@-]*");

    public FileNames {
        requirePlain(certificate);
        requirePlain(key);
        if (certificate.equals(key)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "certificate and key would share the file " + key,
                    "give them different names, such as {name}.crt and {name}.key");
        }
    }

    private static void requirePlain(String file) {
        if (!PLAIN.matcher(file).matches()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "\"" + file + "\" cannot name a file of the PKI",
                    "use letters, digits, dot, dash and underscore, and begin with none but a letter or digit");
        }
    }

    /** {@code NAME.crt} and {@code NAME.key}, as openssl's users call them. */
    public static FileNames crt(String name) {
        return new FileNames(name + ".crt", name + ".key");
    }

    /** {@code NAME.pem} and {@code NAME-key.pem}, as cfssl calls them. */
    public static FileNames pem(String name) {
        return new FileNames(name + ".pem", name + "-key.pem");
    }
}
