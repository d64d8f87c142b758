package dev.quorate.inventory;

import dev.quorate.inventory.CertificatesSpec.Role;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.CertificateTemplate;
import dev.quorate.pki.MemberNames;
import dev.quorate.pki.PkiPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which certificates a cluster needs, and where they go. */
public record ClusterCertificates(ClusterSpec spec) {

    private static final Set<CertificateProfile> SERVER =
            Set.of(CertificateProfile.SERVER, CertificateProfile.COMBINED);
    private static final Set<CertificateProfile> PEER = Set.of(CertificateProfile.PEER, CertificateProfile.COMBINED);

    /** A certificate and its key on a host. */
    public record Pair(Path certificate, Path key) {}

    /** All certificates of the cluster. */
    public PkiPlan plan() {
        CertificatesSpec certificates = spec.certificates();
        return new PkiPlan(
                certificates.mode(),
                certificates.sharedName(),
                spec.members().stream().map(ClusterCertificates::names).toList(),
                alternatives(certificates.names().loopback()),
                alternatives(certificates.names().extra()),
                certificates.clients(),
                templates());
    }

    private static MemberNames names(NodeSpec member) {
        List<String> texts = new ArrayList<>(member.names());
        if (!texts.contains(member.address())) {
            texts.add(member.address());
        }
        MemberNames names = MemberNames.of(member.name(), texts);
        return new MemberNames(names.name(), names.names(), alternatives(member.publicNames()));
    }

    private static List<AlternativeName> alternatives(List<String> texts) {
        return texts.stream().map(AlternativeName::of).toList();
    }

    private Map<CertificateProfile, CertificateTemplate> templates() {
        Map<CertificateProfile, CertificateTemplate> templates = new EnumMap<>(CertificateProfile.class);
        for (CertificateProfile profile : CertificateProfile.values()) {
            templates.put(profile, spec.certificates().role(profile).template());
        }
        return templates;
    }

    /** What goes to the host of {@code member} beside the authority's certificate: its own and the shared ones, no other's. */
    public List<CertificateFile> filesFor(NodeSpec member) {
        List<CertificateFile> files = new ArrayList<>();
        for (CertificateRequest request : plan().requests()) {
            if (belongsTo(request, member)) {
                Pair pair = target(request, member);
                files.add(new CertificateFile(request.files().certificate(), pair.certificate(), false));
                files.add(new CertificateFile(request.files().key(), pair.key(), true));
            }
        }
        return files;
    }

    private boolean belongsTo(CertificateRequest request, NodeSpec member) {
        if (request.profile() == CertificateProfile.CLIENT) {
            return spec.profile()
                    .filter(profile -> profile.client().equals(request.name()))
                    .isPresent();
        }
        return request.special().member().map(member.name()::equals).orElse(true);
    }

    /** The authority's certificate on a host. */
    public Path authority() {
        return onHost(spec.certificates().authority().nodeFile());
    }

    /** What {@code member} shows to clients. */
    public Pair server(NodeSpec member) {
        return pair(member, SERVER);
    }

    /** What {@code member} shows to its peers. */
    public Pair peer(NodeSpec member) {
        return pair(member, PEER);
    }

    /** The certificate of the client called {@code name} on the host of {@code member}. */
    public Pair client(NodeSpec member, String name) {
        return plan().requests().stream()
                .filter(request -> request.profile() == CertificateProfile.CLIENT)
                .filter(request -> request.name().equals(name))
                .map(request -> target(request, member))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no client certificate " + name));
    }

    private Pair pair(NodeSpec member, Set<CertificateProfile> profiles) {
        return plan().requests().stream()
                .filter(request -> profiles.contains(request.profile()) && belongsTo(request, member))
                .map(request -> target(request, member))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no certificate for " + member.name()));
    }

    private Pair target(CertificateRequest request, NodeSpec member) {
        Role role = spec.certificates().role(request.profile());
        return new Pair(
                onHost(fill(role.nodeCertificate(), request, member)), onHost(fill(role.nodeKey(), request, member)));
    }

    private static String fill(String text, CertificateRequest request, NodeSpec member) {
        return text.replace("{name}", request.name())
                .replace("{member}", member.name())
                .replace("{role}", request.profile().word());
    }

    private Path onHost(String file) {
        return spec.certificates().directory().resolve(file);
    }

    /** {@code settings} with the certificates of {@code member}. */
    NodeSettings applyTo(NodeSettings settings, NodeSpec member) {
        Pair server = server(member);
        Pair peer = peer(member);
        return settings.with(Setting.CERT_FILE, server.certificate())
                .with(Setting.KEY_FILE, server.key())
                .with(Setting.CLIENT_CERT_AUTH, true)
                .with(Setting.TRUSTED_CA_FILE, authority())
                .with(Setting.PEER_CERT_FILE, peer.certificate())
                .with(Setting.PEER_KEY_FILE, peer.key())
                .with(Setting.PEER_CLIENT_CERT_AUTH, true)
                .with(Setting.PEER_TRUSTED_CA_FILE, authority());
    }
}
