package dev.quorate.mirror;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The cluster that is written to. What cannot be written for a while is written again until it can. */
final class Destination {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    private static final int MOST_ATTEMPTS = 600;
    private static final List<String> PASSING =
            List.of("etcdserver: request timed out", "etcdserver: leader changed", "etcdserver: too many requests");

    private final EtcdClient client;
    private final Pause pause;
    private final Consumer<String> note;
    private final AtomicBoolean reached = new AtomicBoolean();
    private final AtomicBoolean troubled = new AtomicBoolean();

    Destination(EtcdClient client, Pause pause, Consumer<String> note) {
        this.client = client;
        this.pause = pause;
        this.note = note;
    }

    /**
     * Applies {@code operations} together, as often as it takes: they mean the same however often they are applied.
     *
     * @throws OperatorException if they are refused, or the cluster was never reached, or not for five minutes
     */
    void apply(List<Operation> operations) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                client.keys().transact(new TxnRequest(List.of(), operations, List.of()));
                answered();
                return;
            } catch (OperatorException e) {
                if (!reached.get() || attempt == MOST_ATTEMPTS || !passes(e.failure())) {
                    throw e;
                }
                tell(e.failure());
                pause.of(BETWEEN_ATTEMPTS);
            }
        }
    }

    private void answered() {
        reached.set(true);
        if (troubled.compareAndSet(true, false)) {
            note.accept("the destination takes writes again");
        }
    }

    private void tell(Failure failure) {
        if (troubled.compareAndSet(false, true)) {
            note.accept("the destination takes no writes, trying again: " + failure.what());
        }
    }

    private static boolean passes(Failure failure) {
        return failure.exitCode() == ExitCode.BAD_CONNECTION || PASSING.stream().anyMatch(failure.what()::contains);
    }
}
