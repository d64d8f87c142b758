package dev.quorate.pki;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A certificate in a store.
 *
 * @param member whose it is; empty for a client's and for one that all members share
 * @param keyFile where its key is, if the store has it at all
 */
public record IssuedCertificate(
        String name,
        CertificateProfile profile,
        Optional<String> member,
        Certificate certificate,
        Path certificateFile,
        Path keyFile) {

    FileNames files() {
        return new FileNames(
                certificateFile.getFileName().toString(), keyFile.getFileName().toString());
    }
}
