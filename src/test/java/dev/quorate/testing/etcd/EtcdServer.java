package dev.quorate.testing.etcd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One etcd process on a loopback address, with its own data directory, that can be killed, frozen and started again. */
public final class EtcdServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final String address;
    private final String peerScheme;
    private final Path directory;
    private final int clientPort;
    private final int peerPort;
    private final int metricsPort;
    private List<String> command = List.of();
    private @Nullable Process process;

    EtcdServer(String name, String address, String peerScheme, Path directory) {
        this.name = name;
        this.peerScheme = peerScheme;
        this.address = address;
        this.directory = directory;
        clientPort = freePort(address);
        peerPort = freePort(address);
        metricsPort = freePort(address);
    }

    public String name() {
        return name;
    }

    /** {@code host:port} of the client port. */
    public String authority() {
        return address + ":" + clientPort;
    }

    /** {@code host:port} of the peer port. */
    public String peerAuthority() {
        return address + ":" + peerPort;
    }

    public String peerUrl() {
        return peerScheme + "://" + peerAuthority();
    }

    public Path dataDirectory() {
        return directory.resolve(name + ".etcd");
    }

    public Path log() {
        return directory.resolve(name + ".log");
    }

    public long pid() {
        return running().pid();
    }

    void configure(Path etcd, String clientScheme, List<String> options) {
        String clientUrl = clientScheme + "://" + authority();
        List<String> arguments = new ArrayList<>(List.of(etcd.toString(), "--name", name));
        arguments.addAll(List.of("--data-dir", dataDirectory().toString()));
        arguments.addAll(List.of("--listen-client-urls", clientUrl, "--advertise-client-urls", clientUrl));
        arguments.addAll(List.of("--listen-peer-urls", peerUrl(), "--initial-advertise-peer-urls", peerUrl()));
        arguments.addAll(List.of("--listen-metrics-urls", "http://" + address + ":" + metricsPort));
        arguments.addAll(options);
        command = List.copyOf(arguments);
    }

    public void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}. */
    public void kill() {
        Process killed = running();
        killed.destroyForcibly();
        killed.onExit().join();
    }

    /** As {@code kill -STOP}: the kernel still accepts connections, nobody answers. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    /** Waits until the server knows a leader. */
    public void awaitHealthy() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!healthy()) {
            if (System.nanoTime() > end || !running().isAlive()) {
                throw new IllegalStateException("etcd " + name + " did not become healthy: " + lastWords());
            }
            pause();
        }
    }

    void close() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private boolean healthy() {
        URI health = URI.create("http://" + address + ":" + metricsPort + "/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"true\"");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private void signal(String signal) {
        Shell.run(directory, List.of("kill", "-" + signal, Long.toString(pid())));
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("etcd " + name + " was not started");
        }
        return process;
    }

    private static int freePort(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
