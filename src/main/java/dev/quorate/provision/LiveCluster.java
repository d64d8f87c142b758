package dev.quorate.provision;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.Look;
import dev.quorate.time.Patience;
import java.time.Duration;

/**
 * A cluster that serves while its members are changed one by one.
 *
 * @param patience to wait for a member to take part
 */
public record LiveCluster(String name, EtcdClients clients, EtcdSettings settings, Patience patience) {

    /** Members that have not answered by then are told as unreachable. */
    public static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    /** etcd refuses while a voter is connected for less than five seconds (its {@code HealthInterval}). */
    private static final String TOO_EARLY = "unhealthy cluster";

    public LiveCluster with(Patience newPatience) {
        return new LiveCluster(name, clients, settings, newPatience);
    }

    public EtcdClient connect() {
        return clients.connect(settings);
    }

    /** Makes a change of its membership as soon as etcd takes it, or lets it fail when patience is over. */
    public void change(Runnable change) throws InterruptedException {
        if (!patience.until(() -> isTaken(change))) {
            change.run();
        }
    }

    /** Whether etcd takes {@code change} now; not where it is only too early. */
    private static boolean isTaken(Runnable change) {
        try {
            change.run();
            return true;
        } catch (OperatorException e) {
            if (e.failure().what().contains(TOO_EARLY)) {
                return false;
            }
            throw e;
        }
    }

    /** How it stands. */
    public ClusterState look() throws InterruptedException {
        try (EtcdClient client = connect()) {
            return look(client);
        }
    }

    /**
     * How it stands.
     *
     * @throws OperatorException if nobody tells who its members are
     */
    public static ClusterState look(EtcdClient client) throws InterruptedException {
        return switch (ClusterProbe.look(client, LONGEST_LOOK)) {
            case ClusterState state -> state;
            case Look.Nothing nothing -> throw nobodyTells(nothing);
        };
    }

    private static OperatorException nobodyTells(Look.Nothing nothing) {
        return nothing.refusal()
                .map(OperatorException::new)
                .orElseGet(() -> OperatorException.of(
                        ExitCode.BAD_CONNECTION,
                        "no member tells how the cluster stands",
                        "status shows what each endpoint says"));
    }
}
