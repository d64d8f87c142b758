package dev.quorate.etcd;

/**
 * Where a member is reached, as the operator wrote it.
 *
 * @param text with or without scheme: {@code https://10.0.0.1:2379}, {@code 10.0.0.1:2379}
 */
public record Endpoint(String text) implements Comparable<Endpoint> {

    private static final int CLIENT_PORT = 2379;

    /** The address without scheme and path: {@code host:port}. */
    public String authority() {
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** The host, an IPv6 address without its brackets. */
    public String host() {
        String authority = authority();
        int colon = authority.lastIndexOf(':');
        String host = colon > authority.lastIndexOf(']') && colon >= 0 ? authority.substring(0, colon) : authority;
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.substring(1, host.length() - 1);
        }
        return host;
    }

    /** The port, 2379 where none is written. */
    public int port() {
        String authority = authority();
        int colon = authority.lastIndexOf(':');
        if (colon < 0 || colon < authority.lastIndexOf(']')) {
            return CLIENT_PORT;
        }
        return Integer.parseInt(authority.substring(colon + 1));
    }

    /** Whether the scheme asks for TLS. */
    public boolean secure() {
        return text.startsWith("https://") || text.startsWith("unixs://");
    }

    @Override
    public int compareTo(Endpoint other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
