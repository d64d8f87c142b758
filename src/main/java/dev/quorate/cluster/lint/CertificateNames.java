package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.Listening;
import dev.quorate.inventory.ConfigurationSpec.Reach;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Certificates must carry the names members are reached by. */
final class CertificateNames implements Rule {

    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        List<CertificateRequest> requests = new ClusterCertificates(spec).plan().requests();
        MemberUrls urls = new MemberUrls(spec);
        for (int index = 0; index < spec.members().size(); index++) {
            NodeSpec member = spec.members().get(index);
            String path = "members[" + index + "].address";
            CertificateRequest server = of(requests, member, CertificateProfile.SERVER);
            CertificateRequest peer = of(requests, member, CertificateProfile.PEER);
            need(server, host(urls.advertiseClients(member)), member, path, advice);
            need(peer, host(urls.advertisePeers(member)), member, path, advice);
            loopback(spec, server, advice);
            sshHost(server, member, index, advice);
        }
    }

    private static CertificateRequest of(
            List<CertificateRequest> requests, NodeSpec member, CertificateProfile profile) {
        return requests.stream()
                .filter(request -> Set.of(profile, CertificateProfile.COMBINED).contains(request.profile()))
                .filter(request ->
                        request.special().member().map(member.name()::equals).orElse(true))
                .findFirst()
                .orElseThrow();
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static void need(CertificateRequest request, String host, NodeSpec member, String path, Advice advice) {
        if (!covers(request, host)) {
            advice.blocker(
                    path,
                    member.name() + " is advertised as " + host + ", which its "
                            + request.profile().word() + " certificate lacks",
                    "put it under the names of " + member.name());
        }
    }

    private static void loopback(ClusterSpec spec, CertificateRequest server, Advice advice) {
        Listening listening = spec.configuration().listening();
        boolean listens = listening.loopback() || listening.clients() == Reach.EVERYWHERE;
        if (listens && !covers(server, LOOPBACK)) {
            advice.warning(
                    "certificates.loopback-names",
                    "members listen on 127.0.0.1, but their certificates lack it: etcdctl on the host would refuse them",
                    "add 127.0.0.1 and localhost to certificates.loopback-names");
        }
    }

    private static void sshHost(CertificateRequest server, NodeSpec member, int index, Advice advice) {
        member.host().filter(CertificateNames::isAddress).ifPresent(host -> {
            if (!covers(server, host)) {
                advice.note(
                        "members[" + index + "].host",
                        "clients cannot use " + host + " of " + member.name() + ": its certificate lacks it",
                        "put it under public of " + member.name() + " if clients shall");
            }
        });
    }

    private static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 || text.matches("[0-9.]+");
    }

    private static boolean covers(CertificateRequest request, String host) {
        String wanted = AlternativeName.of(host).value();
        return request.names().stream().map(AlternativeName::value).anyMatch(name -> matches(name, wanted));
    }

    private static boolean matches(String name, String host) {
        int dot = host.indexOf('.');
        boolean wildcard = name.startsWith("*.") && dot > 0 && name.substring(1).equalsIgnoreCase(host.substring(dot));
        return wildcard || name.equalsIgnoreCase(host);
    }
}
