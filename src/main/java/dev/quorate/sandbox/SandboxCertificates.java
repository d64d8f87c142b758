package dev.quorate.sandbox;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.Subject;
import dev.quorate.provision.NodeFile;
import dev.quorate.remote.FileAccess;
import dev.quorate.sandbox.SandboxSpec.Member;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sandbox's certificates: one for the server and one for the peer of each member, and one for the console. */
record SandboxCertificates(SandboxDirectory directory) {

    private static final String AUTHORITY_FILE = "ca.crt";
    private static final String CLIENT = "client";

    static AuthorityRequest authority() {
        return AuthorityRequest.of(Subject.parse("/O=Quorate sandbox/CN=Quorate sandbox CA"));
    }

    static List<CertificateRequest> requests(List<Member> members) {
        List<CertificateRequest> requests = new ArrayList<>();
        for (Member member : members) {
            for (CertificateProfile profile : List.of(CertificateProfile.SERVER, CertificateProfile.PEER)) {
                requests.add(CertificateRequest.of(name(member.name(), profile), profile, names(member))
                        .withSubject(Subject.ofCommonName(member.name())));
            }
        }
        requests.add(CertificateRequest.of(CLIENT, CertificateProfile.CLIENT, List.of()));
        return requests;
    }

    /**
     * Every member has 127.0.0.1 too: that is where connections between loopback addresses come from, and etcd looks for
     * the source address of a peer in its certificate.
     */
    private static List<AlternativeName> names(Member member) {
        return Stream.of(member.address(), "127.0.0.1", "localhost", member.name())
                .map(AlternativeName::of)
                .toList();
    }

    private static String name(String member, CertificateProfile profile) {
        return member + "-" + profile.word();
    }

    /** What of it a member gets, under names that do not tell the member. */
    List<NodeFile> filesOf(String member) {
        List<NodeFile> files = new ArrayList<>();
        Path target = directory.memberPki(member);
        files.add(new NodeFile(
                directory.pki().resolve(AUTHORITY_FILE), target.resolve(AUTHORITY_FILE), FileAccess.PUBLIC));
        for (CertificateProfile profile : List.of(CertificateProfile.SERVER, CertificateProfile.PEER)) {
            Path source = directory.pki().resolve(name(member, profile));
            files.add(
                    new NodeFile(Path.of(source + ".crt"), target.resolve(profile.word() + ".crt"), FileAccess.PUBLIC));
            files.add(new NodeFile(
                    Path.of(source + ".key"), target.resolve(profile.word() + ".key"), FileAccess.PRIVATE));
        }
        return files;
    }

    /** {@code settings} with the certificates of {@code member}. */
    NodeSettings applyTo(NodeSettings settings, Member member) {
        Path pki = directory.memberPki(member.name());
        return settings.with(Setting.CERT_FILE, pki.resolve("server.crt"))
                .with(Setting.KEY_FILE, pki.resolve("server.key"))
                .with(Setting.CLIENT_CERT_AUTH, true)
                .with(Setting.TRUSTED_CA_FILE, pki.resolve(AUTHORITY_FILE))
                .with(Setting.PEER_CERT_FILE, pki.resolve("peer.crt"))
                .with(Setting.PEER_KEY_FILE, pki.resolve("peer.key"))
                .with(Setting.PEER_CLIENT_CERT_AUTH, true)
                .with(Setting.PEER_TRUSTED_CA_FILE, pki.resolve(AUTHORITY_FILE));
    }

    /** What a client shows and trusts. */
    EtcdSettings.Tls clientTls() {
        return new EtcdSettings.Tls(
                Optional.of(directory.pki().resolve(AUTHORITY_FILE)),
                Optional.of(directory.pki().resolve(CLIENT + ".crt")),
                Optional.of(directory.pki().resolve(CLIENT + ".key")),
                false);
    }
}
