package dev.quorate.etcd.jetcd;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM file (RFC 7468); text around them is passed over. */
final class PemFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*(?:-[^-]+)*)-----END \\1-----");
    private static final String CHECK = "check the path and that you may read it";

    private PemFile() {}

    /** @param content empty for an encrypted key of the old form */
    record Block(String label, boolean encrypted, byte[] content) {}

    static List<Block> read(Path file) {
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(text(file));
        while (found.find()) {
            blocks.add(block(file, found.group(1), found.group(2)));
        }
        return blocks;
    }

    /** The certificates in {@code file}, in order; at least one. */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : read(file)) {
            if (block.label().endsWith("CERTIFICATE")) {
                certificates.add(certificate(file, block.content()));
            }
        }
        if (certificates.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS, "no certificate in " + file, "give a PEM file that holds one");
        }
        return certificates;
    }

    private static Block block(Path file, String label, String body) {
        if (label.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
            return new Block(label, true, new byte[0]);
        }
        try {
            return new Block(label, false, Base64.getMimeDecoder().decode(body.strip()));
        } catch (IllegalArgumentException e) {
            throw unreadable(file, label, e);
        }
    }

    private static X509Certificate certificate(Path file, byte[] der) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw unreadable(file, "CERTIFICATE", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new OperatorException(
                    new Failure("open " + file + ": no such file or directory", CHECK, ExitCode.BAD_ARGUMENTS), e);
        } catch (IOException e) {
            throw new OperatorException(
                    new Failure("cannot read " + file + ": " + e.getMessage(), CHECK, ExitCode.BAD_ARGUMENTS), e);
        }
    }

    private static OperatorException unreadable(Path file, String label, Exception cause) {
        return new OperatorException(
                new Failure(
                        "the " + label + " block in " + file + " cannot be read: " + cause.getMessage(),
                        "the file is damaged: copy it again",
                        ExitCode.BAD_ARGUMENTS),
                cause);
    }
}
