package dev.quorate.cluster.adopt;

import dev.quorate.inventory.CertificatesSpec;
import dev.quorate.inventory.CertificatesSpec.Authority;
import dev.quorate.inventory.CertificatesSpec.Names;
import dev.quorate.inventory.CertificatesSpec.Role;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateTemplate;
import dev.quorate.pki.IssueMode;
import dev.quorate.pki.KeyType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The certificates of the members, and what they tell of how they were made. */
record FoundCertificates(List<FoundMember> members) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "*.localhost", "127.0.0.1", "::1");

    private FoundMember first() {
        return members.getFirst();
    }

    CertificatesSpec spec() {
        CertificatesSpec base = CertificatesSpec.DEFAULT;
        Path directory = first().path(Setting.CERT_FILE).map(Path::getParent).orElse(base.directory());
        IssueMode mode = mode();
        return new CertificatesSpec(
                mode,
                authority(directory),
                base.sharedName(),
                new Names(extra(), loopback()),
                base.clients(),
                roles(mode, directory),
                directory);
    }

    private IssueMode mode() {
        boolean same = first().path(Setting.CERT_FILE).equals(first().path(Setting.PEER_CERT_FILE))
                || isSame(first().certificate(Setting.CERT_FILE), first().certificate(Setting.PEER_CERT_FILE));
        boolean sharedServer = isShared(Setting.CERT_FILE);
        if (same) {
            return sharedServer ? IssueMode.ONE_FOR_ALL : namesOfAll() ? IssueMode.SHARED_NAMES : IssueMode.COMBINED;
        }
        if (sharedServer) {
            return isShared(Setting.PEER_CERT_FILE) ? IssueMode.SHARED_PAIR : IssueMode.CLUSTER_SERVER;
        }
        return IssueMode.PER_MEMBER;
    }

    private static boolean isSame(Optional<Certificate> left, Optional<Certificate> right) {
        return left.isPresent() && left.equals(right);
    }

    private boolean isShared(Setting setting) {
        Optional<Certificate> certificate = first().certificate(setting);
        return members.size() > 1
                && members.stream().allMatch(member -> isSame(certificate, member.certificate(setting)));
    }

    /** Whether the first member's certificate has an address or name of every member. */
    private boolean namesOfAll() {
        Set<String> names = names(first());
        return members.size() > 1
                && members.stream()
                        .map(FoundMember::member)
                        .allMatch(member -> names.contains(member.address())
                                || member.names().stream().anyMatch(names::contains));
    }

    private static Set<String> names(FoundMember member) {
        return names(member, Setting.CERT_FILE);
    }

    private static Set<String> names(FoundMember member, Setting setting) {
        Set<String> names = new LinkedHashSet<>();
        member.certificate(setting)
                .ifPresent(certificate -> certificate.names().forEach(name -> names.add(name.value())));
        return names;
    }

    private List<String> loopback() {
        List<String> found = names(first()).stream().filter(LOOPBACK::contains).toList();
        return names(first()).isEmpty() ? Names.DEFAULT.loopback() : found;
    }

    /** Names that every member's certificate has and that are no member's. */
    private List<String> extra() {
        Set<String> common = new LinkedHashSet<>(names(first()));
        members.forEach(member -> common.retainAll(names(member)));
        common.removeAll(LOOPBACK);
        members.forEach(member -> common.removeAll(ownNames(member.member())));
        common.removeIf(name -> members.stream().anyMatch(member -> isOf(member, name)));
        return List.copyOf(common);
    }

    /** Whether {@code name} is the member's own in some domain: {@code etcd1.example.com} of etcd1. */
    private static boolean isOf(FoundMember member, String name) {
        return name.startsWith(member.member().name() + ".");
    }

    private static Set<String> ownNames(NodeSpec member) {
        Set<String> own = new LinkedHashSet<>(member.names());
        own.add(member.name());
        own.add(member.address());
        return own;
    }

    /** The members with the names that only their own certificates have. */
    List<NodeSpec> named() {
        Set<String> extra = Set.copyOf(extra());
        List<NodeSpec> named = new ArrayList<>();
        for (FoundMember found : members) {
            Set<String> rest = new LinkedHashSet<>(names(found));
            rest.addAll(names(found, Setting.PEER_CERT_FILE));
            rest.removeAll(LOOPBACK);
            rest.removeAll(extra);
            members.stream().filter(other -> !other.equals(found)).forEach(other -> {
                rest.removeAll(ownNames(other.member()));
                rest.removeIf(name -> isOf(other, name));
            });
            rest.remove(found.member().address());
            named.add(withNames(found.member(), rest));
        }
        return named;
    }

    private static NodeSpec withNames(NodeSpec member, Set<String> names) {
        List<String> own = new ArrayList<>(member.names());
        List<String> publicNames = new ArrayList<>(member.publicNames());
        for (String name : names) {
            boolean address = AlternativeName.of(name).kind() == AlternativeName.Kind.IP;
            List<String> place = address ? publicNames : own;
            if (!place.contains(name)) {
                place.add(name);
            }
        }
        return member.withNames(own).withPublicNames(publicNames);
    }

    private Authority authority(Path directory) {
        Authority base = Authority.DEFAULT;
        String file = first().path(Setting.TRUSTED_CA_FILE)
                .map(path -> relative(directory, path))
                .orElse(base.nodeFile());
        AuthorityRequest request = first().certificate(Setting.TRUSTED_CA_FILE)
                .map(FoundCertificates::request)
                .orElse(base.request());
        return new Authority(request, Optional.empty(), file);
    }

    private static AuthorityRequest request(Certificate authority) {
        AuthorityRequest base = Authority.DEFAULT.request();
        return new AuthorityRequest(
                authority.subject(),
                KeyType.named(authority.keyText()).orElse(base.keyType()),
                validity(authority),
                authority.pathLength(),
                authority.names(),
                authority.distribution(),
                Optional.empty());
    }

    /** In whole days: who asks for a year may get a few minutes more. */
    private static Duration validity(Certificate certificate) {
        Duration length = Duration.between(
                certificate.validity().notBefore(), certificate.validity().notAfter());
        return Duration.ofDays(Math.max(1, Math.round(length.toHours() / 24.0)));
    }

    private Map<CertificateProfile, Role> roles(IssueMode mode, Path directory) {
        Map<CertificateProfile, Role> roles = new EnumMap<>(CertificateProfile.class);
        switch (mode) {
            case ONE_FOR_ALL, SHARED_NAMES, COMBINED ->
                roles.put(
                        CertificateProfile.COMBINED,
                        role(CertificateProfile.COMBINED, Setting.CERT_FILE, Setting.KEY_FILE, directory));
            case PER_MEMBER, CLUSTER_SERVER, SHARED_PAIR -> {
                roles.put(
                        CertificateProfile.SERVER,
                        role(CertificateProfile.SERVER, Setting.CERT_FILE, Setting.KEY_FILE, directory));
                roles.put(
                        CertificateProfile.PEER,
                        role(CertificateProfile.PEER, Setting.PEER_CERT_FILE, Setting.PEER_KEY_FILE, directory));
            }
        }
        return roles;
    }

    private Role role(CertificateProfile profile, Setting certificate, Setting key, Path directory) {
        Role base = Role.of(profile);
        String name = first().member().name();
        return new Role(
                first().certificate(certificate)
                        .map(found -> template(found, first().path(key), name))
                        .orElse(base.template()),
                file(first().path(certificate), directory, name).orElse(base.nodeCertificate()),
                file(first().path(key), directory, name).orElse(base.nodeKey()));
    }

    private CertificateTemplate template(Certificate certificate, Optional<Path> key, String member) {
        CertificateTemplate base = CertificateTemplate.DEFAULT;
        return new CertificateTemplate(
                certificate.subject().replacing(value -> value.replace(member, "{member}")),
                KeyType.named(certificate.keyText()).orElse(base.keyType()),
                key.map(first().host().keys()::get).orElse(base.keyEncoding()),
                validity(certificate),
                base.certificateFile(),
                base.keyFile(),
                base.special());
    }

    private static Optional<String> file(Optional<Path> path, Path directory, String member) {
        return path.map(found -> relative(directory, found).replace(member, "{member}"));
    }

    private static String relative(Path directory, Path path) {
        return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (FoundMember member : members) {
            if (member.certificate(Setting.CERT_FILE).isPresent()) {
                lacking(member, Setting.CERT_FILE, Setting.ADVERTISE_CLIENT_URLS, "clients", remarks);
                lacking(member, Setting.PEER_CERT_FILE, Setting.INITIAL_ADVERTISE_PEER_URLS, "members", remarks);
                uses(member, remarks);
            }
        }
        return remarks;
    }

    /** The members whose certificate is not known. */
    List<String> unknown() {
        return members.stream()
                .filter(member -> member.certificate(Setting.CERT_FILE).isEmpty())
                .map(member -> member.member().name())
                .toList();
    }

    /** Hosts a member is advertised by that its certificate does not have; the file would mend that silently. */
    private static void lacking(
            FoundMember member, Setting certificate, Setting urls, String whom, List<String> remarks) {
        Set<String> names = names(member, certificate);
        for (FoundUrl url : member.urls(urls)) {
            if (!names.isEmpty() && !names.contains(url.host())) {
                remarks.add(member.member().name() + ": it is advertised as " + url.host()
                        + ", which its certificate lacks: " + whom + " that follow that refuse it");
            }
        }
    }

    private static void uses(FoundMember member, List<String> remarks) {
        boolean lacks = member.certificate(Setting.CERT_FILE)
                .filter(certificate -> !certificate.usages().authenticatesClients())
                .isPresent();
        if (lacks) {
            remarks.add(
                    member.member().name() + ": its server certificate lacks clientAuth, so that etcd's own gateway "
                            + "and health check fail with \"bad certificate\"");
        }
    }
}
