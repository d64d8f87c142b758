package dev.quorate.check;

import dev.quorate.check.Latencies.Summary;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.failure.OperatorException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Runs the checks on one cluster. */
final class Checks {

    private static final Writers.Size MANY_WRITES = new Writers.Size(256, 1024);
    private static final Writers.Size MUCH_DATA = new Writers.Size(512, 512);
    private static final double MEBIBYTE = 1024 * 1024;

    private final EtcdClient client;
    private final Request request;
    private final Listener listener;

    /**
     * What is asked for.
     *
     * @param compact compacts the history afterwards
     * @param defragment gives the space back afterwards
     */
    record Request(Load load, Bytes prefix, boolean compact, boolean defragment) {}

    /**
     * Hears how a check goes.
     *
     * @param result is told what etcdctl writes to standard output
     * @param note is told what etcdctl does not say
     * @param progress is told how many keys were written
     */
    record Listener(Consumer<String> result, Consumer<String> note, IntConsumer progress) {}

    Checks(EtcdClient client, Request request, Listener listener) {
        this.client = client;
        this.request = request;
        this.listener = listener;
    }

    /** Writes at the load's rate for {@code duration}. */
    Verdict performance(Duration duration) throws InterruptedException {
        Load load = request.load();
        return new Verdict.OfPerformance(
                load.rate(), cleaningUp(() -> writers(MANY_WRITES).forTime(duration, load.rate())));
    }

    /** Writes the load's keys, and looks how much more memory the first endpoint's member takes with them. */
    Verdict dataScale() throws InterruptedException {
        Load load = request.load();
        Memory memory = new Memory(client);
        Endpoint watched = client.endpoints().getFirst();
        return cleaningUp(() -> {
            double before = memory.resident(watched, "before");
            listener.result()
                    .accept("Start data scale check for work load [" + load.keys() + " key-value pairs, "
                            + (MUCH_DATA.key() + MUCH_DATA.value()) + " bytes per key-value, " + load.clients()
                            + " concurrent clients].");
            Summary writes = writers(MUCH_DATA).forCount(load.keys());
            double after = memory.resident(watched, "after");
            return new Verdict.OfDataScale((after - before) / MEBIBYTE, writes);
        });
    }

    private Writers writers(Writers.Size size) {
        return new Writers(client.keys(), request.prefix(), size, request.load().clients(), listener.progress());
    }

    /** A check proper. */
    @FunctionalInterface
    private interface Body<T> {
        T run() throws InterruptedException;
    }

    private <T> T cleaningUp(Body<T> check) throws InterruptedException {
        Traces traces = new Traces(client, request.prefix());
        traces.requireNone();
        T result;
        try {
            result = check.run();
        } catch (InterruptedException | OperatorException e) {
            traces.remove();
            listener.note().accept("the check did not come to its end; its keys were removed");
            throw e;
        }
        traces.remove();
        if (request.compact()) {
            traces.compact(listener.result());
        }
        if (request.defragment()) {
            traces.defragment(listener.result());
        }
        return result;
    }
}
