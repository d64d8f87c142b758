package dev.quorate.pki;

import java.nio.file.Path;

/**
 * A certificate in a store.
 *
 * @param keyFile where its key is, if the store has it at all
 */
public record IssuedCertificate(
        String name, CertificateProfile profile, Certificate certificate, Path certificateFile, Path keyFile) {}
