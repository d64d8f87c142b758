package dev.quorate.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.FakeCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptClientsTest {

    private static final EtcdSettings SETTINGS = new EtcdSettings(
            List.of(new Endpoint("http://e1")),
            EtcdSettings.Tls.NONE,
            Optional.empty(),
            EtcdSettings.Timeouts.DEFAULT,
            EtcdSettings.KeepAlive.DEFAULT);

    private final List<EtcdSettings> connected = new ArrayList<>();
    private final KeptClients clients = new KeptClients(settings -> {
        connected.add(settings);
        return new FakeCluster("http://e1").member(1, "etcd1", "http://e1").answering("http://e1", 1, 1, 7);
    });

    @Test
    void connectsOnceHoweverOftenItIsAsked() {
        try (EtcdClient first = clients.connect(SETTINGS);
                EtcdClient second = clients.connect(SETTINGS)) {
            assertThat(second).isEqualTo(first);
        }

        assertThat(connected).hasSize(1);
    }

    @Test
    void whatIsClosedByOneServesTheNext() {
        clients.connect(SETTINGS).close();

        try (EtcdClient next = clients.connect(SETTINGS)) {
            assertThat(next.maintenance().status(next.endpoints().getFirst()).leader())
                    .isEqualTo(1);
        }
    }

    @Test
    void theEndOfTheWorkEndsThem() {
        clients.connect(SETTINGS).close();
        clients.close();

        clients.connect(SETTINGS).close();

        assertThat(connected).hasSize(2);
    }
}
