package dev.quorate.provision;

/** @param source an address or network, or {@code any} */
public record FirewallRule(String source, int port) {

    public static final String ANY = "any";
}
