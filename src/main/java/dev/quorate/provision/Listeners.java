package dev.quorate.provision;

import dev.quorate.remote.Host;
import dev.quorate.remote.PresentFile;
import dev.quorate.remote.ShellCommand;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TCP ports a host listens on, as its kernel tells ({@code proc(5)}: {@code /proc/net/tcp}); no tool is needed for it.
 */
public final class Listeners {

    private static final String LISTENING = "0A";
    private static final int INODE = 9;

    /** Says for each socket, by the number of its inode, who holds it, as far as the asking user may see that. */
    private static final String WHO = """
            for inode; do
                held=$(find /proc/[0-9]*/fd -lname "socket:\\[$inode\\]" 2>/dev/null | head -n 1)
                [ -n "$held" ] || continue
                pid=${held#/proc/}
                pid=${pid%%/*}
                unit=$(grep -o '[^/]*\\.service$' "/proc/$pid/cgroup" | tail -n 1)
                echo "$pid ${unit:-.} $(cat "/proc/$pid/comm")"
            done
            """;

    /** An address and port somebody listens on. */
    private record Listener(InetAddress address, int port, String inode) {}

    /**
     * A process that listens.
     *
     * @param unit of systemd it belongs to, if to any
     */
    public record Holder(String name, String pid, Optional<String> unit) {

        private static Holder parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Holder(parts[2], parts[0], Optional.of(parts[1]).filter(unit -> !unit.equals(".")));
        }

        /** {@code etcd (pid 812, unit etcd.service)}. */
        @Override
        public String toString() {
            return "%s (pid %s%s)"
                    .formatted(name, pid, unit.map(known -> ", unit " + known).orElse(""));
        }
    }

    private final Host host;
    private final List<Listener> listeners;

    private Listeners(Host host, List<Listener> listeners) {
        this.host = host;
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
                    .forEach(fields -> listeners.add(parse(fields[1], fields[INODE]))));
        }
        return new Listeners(host, listeners);
    }

    /** Whether somebody already listens where a server of {@code url} is to; {@code url} has an address and a port. */
    public boolean taken(URI url) {
        return inTheWayOf(url).findAny().isPresent();
    }

    /** Who listens where servers of {@code urls} are to. Only root sees the processes of others. */
    public Set<Holder> holders(Collection<URI> urls) throws InterruptedException {
        List<Object> words = new ArrayList<>(List.of("-c", WHO, "who"));
        urls.stream().flatMap(this::inTheWayOf).map(Listener::inode).distinct().forEach(words::add);
        String said = host.run(ShellCommand.reads("sh", words.toArray())).text();
        return said.lines().map(Holder::parse).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Listener> inTheWayOf(URI url) {
        InetAddress wanted = InetAddress.ofLiteral(url.getHost().replaceAll("[\\[\\]]", ""));
        return listeners.stream()
                .filter(listener -> listener.port() == url.getPort() && collide(listener.address(), wanted));
    }

    private static boolean collide(InetAddress one, InetAddress other) {
        return one.isAnyLocalAddress() || other.isAnyLocalAddress() || one.equals(other);
    }

    /** {@code 0100007F:094B}: the address as words in the byte order of the machine, the port as a number. */
    private static Listener parse(String field, String inode) {
        int colon = field.indexOf(':');
        byte[] address = HexFormat.of().parseHex(field.substring(0, colon));
        for (int word = 0; word < address.length; word += Integer.BYTES) {
            swap(address, word, word + 3);
            swap(address, word + 1, word + 2);
        }
        try {
            return new Listener(
                    InetAddress.getByAddress(address), Integer.parseInt(field.substring(colon + 1), 16), inode);
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
