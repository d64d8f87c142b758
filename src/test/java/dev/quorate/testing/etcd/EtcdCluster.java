package dev.quorate.testing.etcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real etcd cluster on 127.0.0.1, .2 and .3 for a test class: started healthy, in a temporary directory, gone when
 * closed.
 *
 * {@snippet :
 * try (EtcdCluster etcd = EtcdCluster.of(EtcdBinaries.V3_5).members(3).mutualTls().start()) {
 *     EtcdClient client = new JetcdClients().connect(etcd.settings());
 * }
 * }
 */
public final class EtcdCluster implements AutoCloseable {

    private final Path directory;
    private final TestCertificates certificates;
    private final boolean tls;
    private final List<EtcdServer> servers;

    private EtcdCluster(Path directory, boolean tls, List<EtcdServer> servers) {
        this.directory = directory;
        this.certificates = new TestCertificates(directory);
        this.tls = tls;
        this.servers = servers;
    }

    /** One plain member of {@code version}, unless told otherwise. */
    public static Builder of(String version) {
        return new Builder(version);
    }

    public List<EtcdServer> servers() {
        return servers;
    }

    public EtcdServer server(int index) {
        return servers.get(index);
    }

    /** What makes and holds this cluster's certificates, with mTLS. */
    public TestCertificates certificates() {
        return certificates;
    }

    public Path directory() {
        return directory;
    }

    /** With scheme. */
    public List<Endpoint> endpoints() {
        return servers.stream()
                .map(server -> new Endpoint((tls ? "https://" : "http://") + server.authority()))
                .toList();
    }

    /** How to connect, by the good client certificate with mTLS. */
    public EtcdSettings settings() {
        return new EtcdSettings(
                endpoints(),
                tls ? tls(certificates.client()) : EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
    }

    /** TLS settings with the cluster's authority and {@code client}. */
    public EtcdSettings.Tls tls(TestCertificates.Pair client) {
        return new EtcdSettings.Tls(
                Optional.of(certificates.authority()),
                Optional.of(client.certificate()),
                Optional.of(client.key()),
                false);
    }

    /** The flags etcdctl needs to reach this cluster. */
    public List<String> etcdctlFlags() {
        List<String> flags = new ArrayList<>();
        flags.add("--endpoints=" + endpoints().stream().map(Endpoint::text).collect(Collectors.joining(",")));
        if (tls) {
            TestCertificates.Pair client = certificates.client();
            flags.add("--cacert=" + client.authority());
            flags.add("--cert=" + client.certificate());
            flags.add("--key=" + client.key());
        }
        return flags;
    }

    public void awaitHealthy() {
        servers.forEach(EtcdServer::awaitHealthy);
    }

    @Override
    public void close() {
        servers.forEach(EtcdServer::close);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a cluster is to be. */
    public static final class Builder {

        private final String version;
        private final List<String> options = new ArrayList<>();
        private int members = 1;
        private boolean tls;
        private boolean peerTls;
        private boolean idsInOrder;
        private boolean demandClientCertificate = true;
        private Consumer<EtcdCluster> beforeStart = cluster -> {};
        private Function<TestCertificates, TestCertificates.Pair> serverCertificate = TestCertificates::server;

        private Builder(String version) {
            this.version = version;
        }

        public Builder members(int count) {
            members = count;
            return this;
        }

        public Builder mutualTls() {
            tls = true;
            return this;
        }

        /** Mutual TLS among the members, by a certificate of their own; without it they talk in the clear. */
        public Builder peerTls() {
            peerTls = true;
            return this;
        }

        /** The ids of members, as etcd makes them of their peer URLs, ascend with their names, and have sixteen digits. */
        public Builder idsInOrder() {
            idsInOrder = true;
            return this;
        }

        /** TLS without asking clients for a certificate. */
        public Builder serverTls() {
            tls = true;
            demandClientCertificate = false;
            return this;
        }

        /** TLS by another server certificate than the good one. */
        public Builder serverCertificate(Function<TestCertificates, TestCertificates.Pair> certificate) {
            serverCertificate = certificate;
            return this;
        }

        /** More flags for every member. */
        public Builder with(String... flags) {
            options.addAll(List.of(flags));
            return this;
        }

        /** What is done before the members start, when their names, addresses and directories are known. */
        public Builder before(Consumer<EtcdCluster> preparation) {
            beforeStart = preparation;
            return this;
        }

        public EtcdCluster start() {
            Path directory = temporaryDirectory();
            EtcdCluster cluster = new EtcdCluster(directory, tls, servers(directory));
            List<String> flags = flags(cluster);
            Path etcd = EtcdBinaries.etcd(version);
            cluster.servers.forEach(server -> server.configure(etcd, tls ? "https" : "http", flags));
            beforeStart.accept(cluster);
            try {
                cluster.servers.forEach(EtcdServer::start);
                cluster.awaitHealthy();
            } catch (RuntimeException e) {
                cluster.servers.forEach(EtcdServer::close);
                throw e;
            }
            return cluster;
        }

        private List<EtcdServer> servers(Path directory) {
            return IntStream.rangeClosed(1, members)
                    .mapToObj(i -> new EtcdServer("etcd" + i, "127.0.0." + i, peerTls ? "https" : "http", directory))
                    .toList();
        }

        private List<String> flags(EtcdCluster cluster) {
            List<String> flags = new ArrayList<>();
            flags.addAll(List.of(
                    "--initial-cluster",
                    cluster.servers.stream()
                            .map(server -> server.name() + "=" + server.peerUrl())
                            .collect(Collectors.joining(","))));
            flags.addAll(List.of("--heartbeat-interval=50", "--election-timeout=500", "--log-level=warn"));
            flags.addAll(List.of("--logger=zap"));
            if (idsInOrder) {
                flags.add("--initial-cluster-token=" + MemberIds.tokenForOrder(cluster.servers));
            }
            if (!version.startsWith("3.4")) {
                flags.add("--unsafe-no-fsync");
            }
            if (tls) {
                flags.addAll(tlsFlags(cluster.certificates));
            }
            if (peerTls) {
                flags.addAll(peerTlsFlags(cluster.certificates));
            }
            flags.addAll(options);
            return flags;
        }

        private List<String> tlsFlags(TestCertificates certificates) {
            TestCertificates.Pair server = serverCertificate.apply(certificates);
            List<String> flags = new ArrayList<>();
            flags.add("--cert-file=" + server.certificate());
            flags.add("--key-file=" + server.key());
            if (demandClientCertificate) {
                flags.add("--trusted-ca-file=" + certificates.authority());
                flags.add("--client-cert-auth");
            }
            return flags;
        }

        private static List<String> peerTlsFlags(TestCertificates certificates) {
            TestCertificates.Pair peer = certificates.peer();
            return List.of(
                    "--peer-cert-file=" + peer.certificate(),
                    "--peer-key-file=" + peer.key(),
                    "--peer-trusted-ca-file=" + certificates.authority(),
                    "--peer-client-cert-auth");
        }

        private static Path temporaryDirectory() {
            try {
                return Files.createTempDirectory("quorate-etcd");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
