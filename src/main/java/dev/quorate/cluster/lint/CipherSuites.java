package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.TlsRange;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.KeyType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Versions and cipher suites of TLS. */
final class CipherSuites implements Rule {

    private static final String PATH = "configuration.tls.ciphers";
    private static final Set<String> OLD = Set.of("TLS1.0", "TLS1.1");

    /** Of TLS 1.2, as Go spells them and takes for safe ({@code crypto/tls}, {@code CipherSuites}). */
    private static final Set<String> KNOWN = Set.of(
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        TlsRange tls = spec.configuration().tls();
        old("configuration.tls.min", tls.min(), advice);
        old("configuration.tls.max", tls.max(), advice);
        suites(spec, tls, advice);
    }

    private static void old(String path, Optional<String> version, Advice advice) {
        version.filter(OLD::contains)
                .ifPresent(old -> advice.warning(path, old + " is broken", "write TLS1.2 or TLS1.3"));
    }

    private static void suites(ClusterSpec spec, TlsRange tls, Advice advice) {
        Set<String> seen = new HashSet<>();
        boolean elliptic = !usesRsa(spec);
        for (String suite : tls.ciphers()) {
            if (!seen.add(suite)) {
                advice.note(PATH, suite + " stands twice", "leave one out");
            } else if (!KNOWN.contains(suite)) {
                advice.blocker(
                        PATH,
                        "\"" + suite + "\" is no cipher suite of Go's that is safe: etcd may refuse to start",
                        "write names such as TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256; those of TLS 1.3 cannot be chosen");
            } else if (elliptic && suite.startsWith("TLS_ECDHE_RSA")) {
                advice.note(PATH, suite + " needs RSA keys, which no member has", "leave it out");
            }
        }
    }

    private static boolean usesRsa(ClusterSpec spec) {
        return new ClusterCertificates(spec)
                .plan().requests().stream()
                        .filter(request -> request.profile() != CertificateProfile.CLIENT)
                        .map(CertificateRequest::keyType)
                        .map(KeyType::word)
                        .anyMatch(word -> word.startsWith("rsa"));
    }
}
