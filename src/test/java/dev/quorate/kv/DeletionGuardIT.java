package dev.quorate.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.Connections;
import dev.quorate.session.Session;
import dev.quorate.session.Sessions;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionGuardIT {

    private static EtcdCluster etcd;
    private Connections connections;
    private Sessions sessions;

    @BeforeAll
    static void start() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).start();
    }

    @AfterAll
    static void stop() {
        etcd.close();
    }

    @BeforeEach
    void fill() {
        stand(Optional.empty(), false);
        client().keys().delete(new DeleteRequest(KeyRange.all(), false));
        List.of("/a/1", "/a/2", "/a/3", "/b")
                .forEach(key -> client().keys().put(PutRequest.of(Bytes.of(key), Bytes.of("v"))));
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void showsWhatAPrefixTakesAndAsks() throws Exception {
        FakeInvocation line = delete("del", "/a/", "--prefix").typing("yes");

        run(line);

        assertThat(line.notes()).containsExactly("3 keys will be deleted, from \"/a/1\" to \"/a/3\"");
        assertThat(line.written()).isEqualTo("3\n");
    }

    @Test
    void aNoLeavesEverything() {
        FakeInvocation line = delete("del", "/a/1", "/a/3", "--range").typing("no");

        assertThatThrownBy(() -> run(line)).hasMessage("nothing was changed");

        assertThat(line.notes()).containsExactly("2 keys will be deleted, from \"/a/1\" to \"/a/2\"");
        assertThat(keys()).isEqualTo(4);
    }

    @Test
    void everythingWantsTheNameOfTheContext() throws Exception {
        stand(Optional.of("prod"), false);
        FakeInvocation hasty = delete("del", "", "--prefix").typing("yes");
        FakeInvocation meant = delete("del", "", "--from-key").typing("prod");

        assertThatThrownBy(() -> run(hasty)).hasMessage("nothing was changed");
        run(meant);

        assertThat(hasty.notes()).containsExactly("everything: 4 keys will be deleted, from \"/a/1\" to \"/b\"");
        assertThat(meant.written()).isEqualTo("4\n");
    }

    @Test
    void withoutAContextTheEndpointIsTheName() throws Exception {
        String shown = sessions.current().shownName();

        run(delete("del", "", "--prefix").typing(shown));

        assertThat(shown).matches("127\\.0\\.0\\.\\d+:\\d+");
        assertThat(keys()).isZero();
    }

    @Test
    void oneKeyAndNoKeyAreNoQuestion() throws Exception {
        FakeInvocation one = delete("del", "/b");
        FakeInvocation none = delete("del", "/nothing/", "--prefix");

        run(one);
        run(none);

        assertThat(one.written()).isEqualTo("1\n");
        assertThat(none.written()).isEqualTo("0\n");
    }

    @Test
    void nobodyIsAskedInAPipeOrWithYes() throws Exception {
        run(line("del", "/a/", "--prefix"));
        run(delete("del", "", "--prefix").assumingYes());

        assertThat(keys()).isZero();
    }

    @Test
    void aDryRunCannotDelete() {
        stand(Optional.empty(), true);

        assertThatThrownBy(() -> run(delete("del", "", "--prefix").asDryRun()))
                .isInstanceOf(OperatorException.class)
                .hasMessage("dry run: KV.DeleteRange was not sent");
        assertThat(keys()).isEqualTo(4);
    }

    private void stand(Optional<String> context, boolean readOnly) {
        EtcdSettings found = etcd.settings();
        var settings = new EtcdSettings(
                found.endpoints(), found.tls(), Optional.empty(), found.timeouts(), found.keepAlive(), readOnly);
        sessions = new Sessions(new Session(context, settings, Session.Options.DEFAULT));
        if (connections != null) {
            connections.close();
        }
        connections = new Connections(sessions, new JetcdClients());
    }

    private FakeInvocation delete(String... words) {
        return line(words).atTerminal();
    }

    private FakeInvocation line(String... words) {
        return new FakeInvocation(Lines.bind(new KvCommands(connections, sessions), words), OutputFormat.SIMPLE);
    }

    private static void run(FakeInvocation line) throws Exception {
        line.command().handler().run(line);
    }

    private EtcdClient client() {
        return connections.client();
    }

    private long keys() {
        return client().keys().range(RangeRequest.of(KeyRange.all())).count();
    }
}
