package dev.quorate.pki;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All certificates of a cluster. Whoever knows the cluster, a file or the flags of a command, fills this in.
 *
 * @param sharedName of the certificate that all members share, in the modes that have one
 * @param loopback names by which a host reaches itself
 * @param extra names of every certificate that clients see: a load balancer's
 * @param clients names of the client certificates
 * @param templates by role; roles without one take {@link CertificateTemplate#DEFAULT}
 */
public record PkiPlan(
        IssueMode mode,
        String sharedName,
        List<MemberNames> members,
        List<AlternativeName> loopback,
        List<AlternativeName> extra,
        List<String> clients,
        Map<CertificateProfile, CertificateTemplate> templates) {

    public static final List<AlternativeName> LOOPBACK =
            Stream.of("localhost", "127.0.0.1", "::1").map(AlternativeName::of).toList();

    public PkiPlan {
        members = List.copyOf(members);
        loopback = List.copyOf(loopback);
        extra = List.copyOf(extra);
        clients = List.copyOf(clients);
        templates = Map.copyOf(templates);
    }

    /** What must be issued, in order. */
    public List<CertificateRequest> requests() {
        List<CertificateRequest> requests = new ArrayList<>();
        switch (mode) {
            case PER_MEMBER -> members.forEach(member -> requests.addAll(serverAndPeer(member)));
            case ONE_FOR_ALL -> requests.add(shared(sharedName, CertificateProfile.COMBINED));
            case SHARED_NAMES -> members.forEach(member -> requests.add(combined(member, everyone())));
            case COMBINED -> members.forEach(member -> requests.add(combined(member, served(member))));
            case CLUSTER_SERVER -> requests.addAll(serverAndPeers());
            case SHARED_PAIR -> requests.addAll(sharedPair());
        }
        clients.forEach(client -> requests.add(
                template(CertificateProfile.CLIENT).request(client, CertificateProfile.CLIENT, List.of())));
        return requests;
    }

    private List<CertificateRequest> serverAndPeer(MemberNames member) {
        CertificateTemplate server = template(CertificateProfile.SERVER);
        CertificateTemplate peer = template(CertificateProfile.PEER);
        return List.of(
                server.requestOf(member, member.name() + "-server", CertificateProfile.SERVER, served(member)),
                peer.requestOf(
                        member,
                        member.name() + "-peer",
                        CertificateProfile.PEER,
                        with(List.of(member.names(), loopback))));
    }

    private List<CertificateRequest> sharedPair() {
        return Stream.of(CertificateProfile.SERVER, CertificateProfile.PEER)
                .map(profile -> shared(sharedName + "-" + profile.word(), profile))
                .toList();
    }

    private CertificateRequest shared(String name, CertificateProfile profile) {
        return template(profile).request(name, profile, everyone());
    }

    private CertificateRequest combined(MemberNames member, List<AlternativeName> names) {
        return template(CertificateProfile.COMBINED)
                .requestOf(member, member.name(), CertificateProfile.COMBINED, names);
    }

    private List<CertificateRequest> serverAndPeers() {
        List<CertificateRequest> requests = new ArrayList<>();
        requests.add(shared(sharedName, CertificateProfile.SERVER));
        List<AlternativeName> addresses =
                members.stream().flatMap(member -> member.addresses().stream()).toList();
        for (MemberNames member : members) {
            List<AlternativeName> names = with(List.of(member.names(), addresses, loopback));
            requests.add(
                    template(CertificateProfile.PEER).requestOf(member, member.name(), CertificateProfile.PEER, names));
        }
        return requests;
    }

    /** By which clients reach {@code member}. */
    private List<AlternativeName> served(MemberNames member) {
        return with(List.of(member.names(), member.publicNames(), extra, loopback));
    }

    /** By which clients reach any member. */
    private List<AlternativeName> everyone() {
        List<AlternativeName> names = new ArrayList<>();
        members.forEach(member -> names.addAll(member.names()));
        members.forEach(member -> names.addAll(member.publicNames()));
        return with(List.of(names, extra, loopback));
    }

    private CertificateTemplate template(CertificateProfile profile) {
        return templates.getOrDefault(profile, CertificateTemplate.DEFAULT);
    }

    private static List<AlternativeName> with(List<List<AlternativeName>> parts) {
        return parts.stream().flatMap(Collection::stream).distinct().toList();
    }
}
