package dev.quorate.pki;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a certificate is for in an etcd cluster. */
public enum CertificateProfile {
    /**
     * Shown to clients on 2379. Carries {@code clientAuth} too: etcd's own gRPC gateway and health check connect to the
     * client port with this certificate, and fail with "bad certificate" without it (etcd issues 9785, 9398).
     */
    SERVER(Set.of(ExtendedKeyUsage.SERVER_AUTH, ExtendedKeyUsage.CLIENT_AUTH)),
    /** Between members on 2380, where each is server and client. */
    PEER(Set.of(ExtendedKeyUsage.SERVER_AUTH, ExtendedKeyUsage.CLIENT_AUTH)),
    /** Of a client; its common name may be the name of an etcd user. */
    CLIENT(Set.of(ExtendedKeyUsage.CLIENT_AUTH)),
    /** Server and peer in one. */
    COMBINED(Set.of(ExtendedKeyUsage.SERVER_AUTH, ExtendedKeyUsage.CLIENT_AUTH));

    private final Set<ExtendedKeyUsage> extended;

    CertificateProfile(Set<ExtendedKeyUsage> extended) {
        this.extended = extended;
    }

    /** The usages of this profile with a key of {@code type}: only an RSA key can encipher another. */
    public Usages usages(KeyType type) {
        EnumSet<KeyUsage> key = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE);
        if (type.isRsa()) {
            key.add(KeyUsage.KEY_ENCIPHERMENT);
        }
        return new Usages(key, extended);
    }

    /** Whether it needs names to be reached by. */
    public boolean needsNames() {
        return this != CLIENT;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
