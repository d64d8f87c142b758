package dev.quorate.mirror;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.RangePages;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.session.InFlight;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** One run of a mirror, from the copy on. */
final class Mirror {

    private static final int IN_FLIGHT = 16;
    private static final Duration TICK = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final MirrorRequest request;
    private final EtcdClient source;
    private final Destination destination;
    private final Progress progress;

    /**
     * @param count is told the number of keys and changes every 30 seconds
     * @param note is told where it stands
     */
    Mirror(
            MirrorRequest request,
            EtcdClient source,
            Destination destination,
            LongConsumer count,
            Consumer<String> note) {
        this.request = request;
        this.source = source;
        this.destination = destination;
        this.progress = new Progress(TICK, count, note);
    }

    /** Mirrors until it is interrupted or fails, and says then with which revision to go on. */
    void run() throws InterruptedException {
        try {
            long revision = request.copies() ? copy() : request.revision() - 1;
            progress.copied(revision, request.copies());
            follow(revision + 1);
        } finally {
            progress.tellWhereToGoOn();
        }
    }

    /** Copies all keys as they were at one revision, which it answers. */
    private long copy() throws InterruptedException {
        RangePages pages = source.keys().pages(RangeRequest.of(request.range()));
        Batch batch = new Batch(request.transactionSize());
        try (InFlight writes = new InFlight(IN_FLIGHT)) {
            for (KeyValue one : pages.keyValues()) {
                if (batch.fullFor((long) one.key().length() + one.value().length())) {
                    write(batch, writes);
                }
                batch.put(request.renamed(one.key()), one.value());
            }
            write(batch, writes);
            writes.awaitAll();
        }
        return pages.header().revision();
    }

    private void write(Batch batch, InFlight writes) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        List<Operation> operations = batch.take();
        writes.begin(() -> {
            destination.apply(operations);
            progress.add(operations.size());
        });
        progress.tick();
    }

    private void follow(long revision) throws InterruptedException {
        WatchRequest watch = new WatchRequest(request.range(), revision, false, false);
        try (Changes changes = new Changes(source.watches(), watch)) {
            while (true) {
                apply(changes.next(LOOK));
                progress.tick();
            }
        }
    }

    /** The changes of one revision go together, as they were made; more than fit in a transaction go in several. */
    private void apply(List<WatchEvent> events) throws InterruptedException {
        Batch batch = new Batch(request.transactionSize());
        long revision = 0;
        for (WatchEvent event : events) {
            long next = event.keyValue().modRevision();
            if (next > revision || batch.fullFor(size(event))) {
                write(batch);
                progress.reached(next > revision ? revision : 0);
            }
            revision = next;
            add(event, batch);
        }
        write(batch);
        progress.reached(revision);
    }

    private static long size(WatchEvent event) {
        return (long) event.keyValue().key().length() + event.keyValue().value().length();
    }

    private void add(WatchEvent event, Batch batch) {
        KeyValue changed = event.keyValue();
        switch (event.type()) {
            case PUT -> batch.put(request.renamed(changed.key()), changed.value());
            case DELETE -> batch.delete(request.renamed(changed.key()));
        }
    }

    private void write(Batch batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            List<Operation> operations = batch.take();
            destination.apply(operations);
            progress.add(operations.size());
        }
    }
}
