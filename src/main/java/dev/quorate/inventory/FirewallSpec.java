package dev.quorate.inventory;

import java.util.List;

/**
 * Who may reach a member. The members themselves always may.
 *
 * @param clients addresses or networks that may reach the client port; {@code any} for everyone
 * @param peers further ones that may reach the peer port
 */
public record FirewallSpec(Kind kind, List<String> clients, List<String> peers) {

    /** What enforces it on the host. */
    public enum Kind {
        /** Nothing of ours. */
        NONE,
        UFW,
        FIREWALLD
    }

    public static final FirewallSpec NONE = new FirewallSpec(Kind.NONE, List.of(), List.of());

    public FirewallSpec {
        clients = List.copyOf(clients);
        peers = List.copyOf(peers);
    }
}
