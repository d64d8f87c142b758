package dev.quorate.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Certificates for those who want them in another shape. Files of the same name are parked beside. */
public final class Exports {

    private final PkiStore store;

    public Exports(PkiStore store) {
        this.store = store;
    }

    /** Key, certificate and authority in one PEM file of mode 0600. */
    public Path bundle(IssuedCertificate certificate, Path file) {
        byte[] content = (text(certificate.keyFile())
                        + text(certificate.certificateFile())
                        + text(store.authorityFile()))
                .getBytes(StandardCharsets.ISO_8859_1);
        return writePrivate(file, content);
    }

    /** Key, certificate and authority in one PKCS#12 file of mode 0600. */
    public Path pkcs12(IssuedCertificate certificate, Path file, Passphrase passphrase, PassphraseSource ofKey) {
        PrivateKey key = PemFiles.key(certificate.keyFile(), ofKey);
        X509Certificate[] chain = {
            certificate.certificate().x509(), store.authorityCertificate().x509()
        };
        try (ByteArrayOutputStream content = new ByteArrayOutputStream()) {
            KeyStore keyStore = KeyStore.getInstance("PKCS12");
            keyStore.load(null, null);
            keyStore.setKeyEntry(certificate.name(), key, passphrase.characters(), chain);
            keyStore.store(content, passphrase.characters());
            return writePrivate(file, content.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot write PKCS#12", e);
        }
    }

    /**
     * The files of kubeadm's external etcd under {@code directory}, which stands for {@code /etc/kubernetes/pki}: {@code
     * etcd/ca.crt} and {@code apiserver-etcd-client.crt} with its key.
     */
    public void kubeadm(IssuedCertificate client, Path directory) {
        copy(directory.resolve("etcd").resolve("ca.crt"), store.authorityFile(), false);
        copy(directory.resolve("apiserver-etcd-client.key"), client.keyFile(), true);
        copy(directory.resolve("apiserver-etcd-client.crt"), client.certificateFile(), false);
    }

    private static void copy(Path target, Path source, boolean secret) {
        write(target, text(source).getBytes(StandardCharsets.ISO_8859_1), secret);
    }

    private static Path writePrivate(Path file, byte[] content) {
        write(file, content, true);
        return file;
    }

    private static void write(Path target, byte[] content, boolean secret) {
        Path file = target.toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            StoreTransaction.replace(file, content, secret);
        } catch (IOException e) {
            throw StoreFailures.of("write", target, e);
        }
    }

    private static String text(Path file) {
        return PemFiles.read(file);
    }
}
