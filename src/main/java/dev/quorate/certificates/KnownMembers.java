package dev.quorate.certificates;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.Member;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import dev.quorate.session.Sessions;
import java.util.ArrayList;
import java.util.List;

/** The members of the cluster in use, as far as they can be known: of its own list, else of the endpoints. */
final class KnownMembers {

    private static final int PEER_PORT_AFTER_CLIENT_PORT = 1;

    private final Sessions sessions;
    private final Connections connections;

    KnownMembers(Sessions sessions, Connections connections) {
        this.sessions = sessions;
        this.connections = connections;
    }

    /** Empty where no member answers; a list of one member alone needs no quorum. */
    private List<Member> members() {
        try {
            return connections.client().membership().list(false).members();
        } catch (OperatorException e) {
            return List.of();
        }
    }

    List<LintTarget> targets() {
        return members().stream().map(LintTarget::of).toList();
    }

    /** A port where a member serves a certificate. */
    record Port(String member, String role, Endpoint endpoint) {}

    List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        for (Member member : members()) {
            member.clientUrls().forEach(url -> ports.add(new Port(member.name(), "server", new Endpoint(url))));
            member.peerUrls().forEach(url -> ports.add(new Port(member.name(), "peer", new Endpoint(url))));
        }
        return ports.isEmpty() ? guessed() : ports;
    }

    /** Without any answer: the endpoints, and beside each the port that is the peers' by custom. */
    private List<Port> guessed() {
        List<Port> ports = new ArrayList<>();
        for (Endpoint endpoint : sessions.current().etcd().endpoints()) {
            String host = endpoint.host().indexOf(':') >= 0 ? "[" + endpoint.host() + "]" : endpoint.host();
            ports.add(new Port(endpoint.host(), "server", endpoint));
            Endpoint peer = new Endpoint("https://" + host + ":" + (endpoint.port() + PEER_PORT_AFTER_CLIENT_PORT));
            ports.add(new Port(endpoint.host(), "peer", peer));
        }
        return ports;
    }
}
