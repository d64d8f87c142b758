package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.Completes;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.session.Connections;
import dev.quorate.session.ContextStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Session;
import dev.quorate.session.Sessions;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tab asks of a real etcd that holds more than it may count. */
class ClusterSourcesIT {

    private static final int KEYS = 10_000;
    private static final int KEYS_PER_TRANSACTION = 100;

    @TempDir
    private static Path home;

    private static EtcdCluster etcd;
    private static Connections connections;
    private static ClusterSources sources;

    @BeforeAll
    static void fill() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).start();
        Sessions sessions = new Sessions(new Session(Optional.empty(), etcd.settings(), Session.Options.DEFAULT));
        connections = new Connections(sessions, new JetcdClients());
        sources = new ClusterSources(
                sessions,
                connections,
                new ContextStore(new QuorateHome(home)),
                Clock.systemUTC(),
                new Lookups(sessions, Clock.systemUTC()));
        List<String> names = new ArrayList<>(List.of("/registry/poddisruptionbudgets/x", "/registry/services/x"));
        IntStream.range(0, KEYS).forEach(number -> names.add("/registry/pods/ns" + number % 7 + "/" + number));
        EtcdClient client = connections.client();
        for (int from = 0; from < names.size(); from += KEYS_PER_TRANSACTION) {
            write(client, names.subList(from, Math.min(names.size(), from + KEYS_PER_TRANSACTION)));
        }
    }

    private static void write(EtcdClient client, List<String> names) {
        Bytes value = Bytes.wrap(new byte[2000]);
        List<Operation> puts = names.stream()
                .<Operation>map(name -> new Operation.Put(PutRequest.of(Bytes.of(name), value)))
                .toList();
        client.keys().transact(new TxnRequest(List.of(), puts, List.of()));
    }

    @AfterAll
    static void stop() {
        connections.close();
        etcd.close();
    }

    @Test
    void findsTheSegmentsOfABigStore() throws Exception {
        assertThat(eventually(Completes.KEY, "/registry/po"))
                .containsExactly("/registry/poddisruptionbudgets/", "/registry/pods/");
        assertThat(eventually(Completes.KEY, "/registry/pods/"))
                .containsExactlyElementsOf(IntStream.range(0, 7)
                        .mapToObj(number -> "/registry/pods/ns" + number + "/")
                        .toList());
    }

    @Test
    void descendsWhereThereIsNoChoice() throws Exception {
        assertThat(eventually(Completes.KEY, ""))
                .containsExactly("/registry/poddisruptionbudgets/", "/registry/pods/", "/registry/services/");
    }

    @Test
    void knowsMembersAndEndpoints() throws Exception {
        assertThat(eventually(Completes.MEMBER, ""))
                .containsExactly(etcd.server(0).name());
        assertThat(eventually(Completes.ENDPOINT, ""))
                .contains(etcd.endpoints().getFirst().text());
    }

    @Test
    void aFrozenMemberDoesNotFreezeTheLine() {
        etcd.server(0).freeze();
        try {
            long begin = System.nanoTime();
            Proposals found = source(Completes.KEY).propose("/registry/s");

            assertThat(found.list()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        } finally {
            etcd.server(0).thaw();
        }
    }

    /** As an operator who presses Tab until the answer has come; a busy machine needs more than one. */
    private static List<String> eventually(Completes kind, String typed) {
        Proposals found = source(kind).propose(typed);
        for (int tab = 0; tab < 20 && (found.list().isEmpty() || !found.all()); tab++) {
            found = source(kind).propose(typed);
        }
        return found.list().stream().map(Proposal::value).toList();
    }

    private static CompletionSource source(Completes kind) {
        return sources.all().stream()
                .filter(source -> source.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
