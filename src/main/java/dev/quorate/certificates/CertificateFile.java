package dev.quorate.certificates;

import dev.quorate.pki.Certificate;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PemFiles;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreRevocations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * @param chain the leaf first; never empty
 * @param revoked whether it is a certificate of a PKI that took it back
 */
record CertificateFile(Path file, List<Certificate> chain, boolean revoked) {

    CertificateFile {
        chain = List.copyOf(chain);
    }

    /** A file, or a certificate of the store by its name; a name with no such certificate is taken for a file. */
    static CertificateFile named(String word, Supplier<PkiStore> store) {
        Path path = Path.of(word);
        if (Files.exists(path) && !Files.isDirectory(path) || word.indexOf('/') >= 0) {
            return read(path);
        }
        PkiStore present = store.get();
        if (word.equals(PkiStore.AUTHORITY)) {
            return read(present.authorityFile());
        }
        IssuedCertificate issued = present.require(word);
        boolean revoked = new StoreRevocations(present)
                .serials()
                .contains(issued.certificate().serialText());
        return new CertificateFile(issued.certificateFile(), PemFiles.certificates(issued.certificateFile()), revoked);
    }

    private static CertificateFile read(Path path) {
        return new CertificateFile(path, PemFiles.certificates(path), false);
    }
}
