package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates for those who want them in another shape. Files of the same name are parked beside. */
public final class Exports {

    private final PkiStore store;

    public Exports(PkiStore store) {
        this.store = store;
    }

    /** Key, certificate and authority in one PEM file of mode 0600. */
    public Path bundle(IssuedCertificate certificate, Path file) {
        String text = keyText(certificate) + text(certificate.certificateFile()) + text(store.authorityFile());
        return writePrivate(file, bytes(text));
    }

    /** Key, certificate and authority in one PKCS#12 file of mode 0600. */
    public Path pkcs12(IssuedCertificate certificate, Path file, Passphrase passphrase, PassphraseSource ofKey) {
        PrivateKey key = PemFiles.key(certificate.keyFile(), ofKey);
        requirePair(certificate, key);
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
        byte[] authority = bytes(text(store.authorityFile()));
        byte[] key = bytes(keyText(client));
        byte[] certificate = bytes(text(client.certificateFile()));
        write(List.of(
                new ExportedFile(directory.resolve("etcd").resolve("ca.crt"), authority, FolderFiles.PUBLIC),
                new ExportedFile(directory.resolve("apiserver-etcd-client.key"), key, FolderFiles.PRIVATE),
                new ExportedFile(directory.resolve("apiserver-etcd-client.crt"), certificate, FolderFiles.PUBLIC)));
    }

    private static String keyText(IssuedCertificate certificate) {
        if (!PemFiles.isEncryptedKey(certificate.keyFile())) {
            requirePair(certificate, PemFiles.key(certificate.keyFile(), PkiStore.NO_PASSPHRASE));
        }
        return text(certificate.keyFile());
    }

    private static void requirePair(IssuedCertificate certificate, PrivateKey key) {
        if (!certificate.certificate().belongsTo(key)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    certificate.keyFile() + " is not the key of " + certificate.name(),
                    "if it is being renewed at this moment, try again; else pki renew --new-key " + certificate.name());
        }
    }

    private Path writePrivate(Path file, byte[] content) {
        write(List.of(new ExportedFile(file, content, FolderFiles.PRIVATE)));
        return file;
    }

    private void write(List<ExportedFile> files) {
        try {
            ExportedFile.writeAll(files, store.folder().stamp());
        } catch (IOException e) {
            throw StoreFailures.of("write", files.getLast().file(), e);
        }
    }

    private static String text(Path file) {
        return PemFiles.read(file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
