package dev.quorate.inventory;

import java.util.List;

/**
 * Who may reach a member. The members themselves always may.
 *
 * @param clients addresses or networks that may reach the client port; {@code any} for everyone
 * @param peers further ones that may reach the peer port
 * @param metrics those that may reach the metrics port, where there is one: it serves without asking for a certificate
 */
public record FirewallSpec(Kind kind, List<String> clients, List<String> peers, List<String> metrics) {

    /** What enforces it on the host. */
    public enum Kind {
        /** Nothing of ours. */
        NONE,
        UFW,
        FIREWALLD
    }

    public static final FirewallSpec NONE = new FirewallSpec(Kind.NONE, List.of(), List.of(), List.of());

    public FirewallSpec {
        clients = List.copyOf(clients);
        peers = List.copyOf(peers);
        metrics = List.copyOf(metrics);
    }
}
