package dev.quorate.certificates;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.Member;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.MemberNames;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A member and the hosts by which it is reached.
 *
 * @param clientHosts by clients, loopback included
 * @param peerHosts by the other members
 */
record LintTarget(String member, Set<String> clientHosts, Set<String> peerHosts) {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

    static LintTarget of(MemberNames member) {
        Set<String> peers = new LinkedHashSet<>();
        member.names().forEach(name -> peers.add(name.value()));
        Set<String> clients = new LinkedHashSet<>(peers);
        member.publicNames().stream().map(AlternativeName::value).forEach(clients::add);
        clients.addAll(LOOPBACK);
        return new LintTarget(member.name(), clients, peers);
    }

    static LintTarget of(Member member) {
        Set<String> clients = hosts(member.clientUrls());
        clients.addAll(LOOPBACK);
        return new LintTarget(member.started() ? member.name() : member.hexId(), clients, hosts(member.peerUrls()));
    }

    private static Set<String> hosts(Collection<String> urls) {
        Set<String> hosts = new LinkedHashSet<>();
        urls.forEach(url -> hosts.add(new Endpoint(url).host()));
        return hosts;
    }

    Set<String> allHosts() {
        Set<String> all = new LinkedHashSet<>(peerHosts);
        all.addAll(clientHosts);
        return all;
    }
}
