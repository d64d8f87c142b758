package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads certificates and keys from files that people and other programs made. */
public final class PemFiles {

    private static final Set<String> CERTIFICATES = Set.of("CERTIFICATE", "X509 CERTIFICATE");
    private static final Set<String> KEYS = Set.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY");

    private PemFiles() {}

    /** All certificates in {@code file}, the first one the leaf; never none. */
    public static List<Certificate> certificates(Path file) {
        List<Certificate> found = Pem.blocks(read(file)).stream()
                .filter(block -> CERTIFICATES.contains(block.type()))
                .map(block -> certificate(file, block))
                .toList();
        if (found.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    file + " contains no certificate",
                    "it must have a whole block from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, which is PEM");
        }
        return found;
    }

    /** The leaf of each file in {@code folder} that is a certificate by its name and its content, by the names of the files. */
    static Map<Path, Certificate> inFolder(Path folder) {
        Map<Path, Certificate> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().matches(".*\\.(crt|pem|cert|cer)"))
                    .forEach(file -> ifCertificate(file).ifPresent(certificate -> found.put(file, certificate)));
        } catch (IOException e) {
            throw StoreFailures.of("read", folder, e);
        }
        return found;
    }

    private static Optional<Certificate> ifCertificate(Path file) {
        try {
            return Optional.of(certificates(file).getFirst());
        } catch (OperatorException e) {
            return Optional.empty();
        }
    }

    private static Certificate certificate(Path file, Pem block) {
        try {
            return Certificate.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.content())));
        } catch (CertificateException e) {
            throw new OperatorException(
                    OperatorException.of(
                                    ExitCode.INVALID_INPUT,
                                    "the certificate in " + file + " cannot be read",
                                    "it was damaged on its way, or made with a curve spelled out: get it anew")
                            .failure(),
                    e);
        }
    }

    /** The private key in {@code file}; {@code passphrases} is asked only if it is encrypted. */
    public static PrivateKey key(Path file, PassphraseSource passphrases) {
        for (Pem block : Pem.blocks(read(file))) {
            if (EncryptedKeys.isEncrypted(block)) {
                return EncryptedKeys.decrypt(file, block, passphrases);
            }
            if (KEYS.contains(block.type())) {
                return plainKey(file, block);
            }
        }
        throw OperatorException.of(
                ExitCode.INVALID_INPUT,
                file + " contains no private key",
                "it must have a whole block such as -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----, which is PEM");
    }

    /** Whether the private key in {@code file} is under a passphrase. */
    public static boolean isEncryptedKey(Path file) {
        return Pem.blocks(read(file)).stream().anyMatch(EncryptedKeys::isEncrypted);
    }

    private static PrivateKey plainKey(Path file, Pem block) {
        try {
            return PrivateKeys.decode(block);
        } catch (GeneralSecurityException e) {
            throw new OperatorException(
                    OperatorException.of(
                                    ExitCode.INVALID_INPUT,
                                    "the private key in " + file + " cannot be read",
                                    "it is damaged, or neither RSA nor EC on P-256, P-384 or P-521 nor Ed25519")
                            .failure(),
                    e);
        }
    }

    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.IO, "there is no file " + file)
                            .failure(),
                    e);
        } catch (IOException e) {
            throw StoreFailures.of("read", file, e);
        }
    }
}
