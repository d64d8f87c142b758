package dev.quorate.provision;

import dev.quorate.remote.Host;
import dev.quorate.remote.PresentFile;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The TCP ports a host listens on, as its kernel tells ({@code proc(5)}: {@code /proc/net/tcp}); no tool is needed for it.
 */
public final class Listeners {

    private static final String LISTENING = "0A";

    /** An address and port somebody listens on. */
    private record Listener(InetAddress address, int port) {}

    private final List<Listener> listeners;

    private Listeners(List<Listener> listeners) {
        this.listeners = listeners;
    }

    public static Listeners of(Host host) throws InterruptedException {
        List<Listener> listeners = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Optional<PresentFile> found = host.files().present(Path.of(table));
            found.ifPresent(file -> new String(file.content(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[3].equals(LISTENING))
                    .forEach(fields -> listeners.add(parse(fields[1]))));
        }
        return new Listeners(listeners);
    }

    /** Whether somebody already listens where a server of {@code url} is to; {@code url} has an address and a port. */
    public boolean taken(URI url) {
        InetAddress wanted = InetAddress.ofLiteral(url.getHost().replaceAll("[\\[\\]]", ""));
        return listeners.stream()
                .anyMatch(listener -> listener.port() == url.getPort() && collide(listener.address(), wanted));
    }

    private static boolean collide(InetAddress one, InetAddress other) {
        return one.isAnyLocalAddress() || other.isAnyLocalAddress() || one.equals(other);
    }

    /** {@code 0100007F:094B}: the address as words in the byte order of the machine, the port as a number. */
    private static Listener parse(String field) {
        int colon = field.indexOf(':');
        byte[] address = HexFormat.of().parseHex(field.substring(0, colon));
        for (int word = 0; word < address.length; word += Integer.BYTES) {
            swap(address, word, word + 3);
            swap(address, word + 1, word + 2);
        }
        try {
            return new Listener(InetAddress.getByAddress(address), Integer.parseInt(field.substring(colon + 1), 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(field, e);
        }
    }

    private static void swap(byte[] bytes, int one, int other) {
        byte kept = bytes[one];
        bytes[one] = bytes[other];
        bytes[other] = kept;
    }
}
