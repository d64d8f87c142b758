package dev.quorate.inventory;

import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateTemplate;
import dev.quorate.pki.IssueMode;
import dev.quorate.pki.Subject;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates of a cluster.
 *
 * @param sharedName of certificates that all members share, in the modes that have them
 * @param clients names of the client certificates
 * @param roles what is different from {@link Role#of}
 * @param directory on each host; what a role's files are relative to
 */
public record CertificatesSpec(
        IssueMode mode,
        Authority authority,
        String sharedName,
        Names names,
        List<String> clients,
        Map<CertificateProfile, Role> roles,
        Path directory) {

    /**
     * Who signs.
     *
     * @param request what it is made of, where it is made
     * @param source a folder of a PKI or an authority's certificate beside its key, to be taken in instead
     * @param nodeFile its certificate on the host, below the directory unless absolute
     */
    public record Authority(AuthorityRequest request, Optional<Path> source, String nodeFile) {
        public static final Authority DEFAULT =
                new Authority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")), Optional.empty(), "ca.crt");
    }

    /**
     * @param extra of every certificate that clients see: a load balancer's
     * @param loopback by which a host reaches itself
     */
    public record Names(List<String> extra, List<String> loopback) {
        public static final Names DEFAULT = new Names(List.of(), List.of("localhost", "127.0.0.1", "::1"));

        public Names {
            extra = List.copyOf(extra);
            loopback = List.copyOf(loopback);
        }
    }

    /**
     * The certificates of one role.
     *
     * @param template with the names of the files in the operator's store
     * @param nodeCertificate the file on the host, below the directory unless absolute, with the placeholders of the
     *     template
     * @param nodeKey likewise its key
     */
    public record Role(CertificateTemplate template, String nodeCertificate, String nodeKey) {

        /** What {@code profile} has by default: on each host the same names, which do not tell the member. */
        public static Role of(CertificateProfile profile) {
            String name = profile == CertificateProfile.COMBINED ? "etcd" : profile.word();
            return new Role(CertificateTemplate.DEFAULT, name + ".crt", name + ".key");
        }
    }

    public static final CertificatesSpec DEFAULT = new CertificatesSpec(
            IssueMode.PER_MEMBER,
            Authority.DEFAULT,
            "etcd",
            Names.DEFAULT,
            List.of("client"),
            Map.of(),
            Path.of("/etc/etcd/pki"));

    public CertificatesSpec {
        clients = List.copyOf(clients);
        Map<CertificateProfile, Role> ordered = new EnumMap<>(CertificateProfile.class);
        ordered.putAll(roles);
        roles = Collections.unmodifiableMap(ordered);
    }

    public Role role(CertificateProfile profile) {
        return roles.getOrDefault(profile, Role.of(profile));
    }
}
