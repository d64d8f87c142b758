package dev.quorate.cluster.adopt;

import dev.quorate.pki.Certificate;
import dev.quorate.remote.Host;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Reads certificates of hosts. */
final class FoundCertificate {

    private FoundCertificate() {}

    /** The first certificate in a file; empty where there is none. */
    static Optional<Certificate> at(Host host, Path path) throws InterruptedException {
        if (host.files().stat(path).isEmpty()) {
            return Optional.empty();
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return factory
                    .generateCertificates(new ByteArrayInputStream(host.files().read(path)))
                    .stream()
                    .findFirst()
                    .map(X509Certificate.class::cast)
                    .map(Certificate::of);
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }
}
