package dev.quorate.mirror;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** How far a mirror has come. */
final class Progress {

    private final Duration interval;
    private final LongConsumer count;
    private final Consumer<String> note;
    private final LongAdder total = new LongAdder();
    private long told = System.nanoTime();
    private long revision;

    Progress(Duration interval, LongConsumer count, Consumer<String> note) {
        this.interval = interval;
        this.count = count;
        this.note = note;
    }

    void add(int changes) {
        total.add(changes);
    }

    /** Everything up to {@code at} is at the destination. */
    void copied(long at, boolean copied) {
        revision = at;
        if (copied) {
            note.accept("copied " + keys() + " as of revision " + at + "; following the changes");
        }
    }

    /** All changes of revision {@code at} and before are at the destination; 0 for none yet. */
    void reached(long at) {
        revision = Math.max(revision, at);
    }

    /** Tells the number of changes when it is time again. */
    void tick() {
        long now = System.nanoTime();
        if (now - told >= interval.toNanos()) {
            told = now;
            count.accept(total.sum());
        }
    }

    private String keys() {
        long count = total.sum();
        return count == 1 ? "1 key" : count + " keys";
    }

    void tellWhereToGoOn() {
        if (revision == 0) {
            note.accept("the copy was not finished after " + keys() + ": begin again");
            return;
        }
        note.accept("mirrored up to revision " + revision + ": --rev " + (revision + 1) + " goes on from there");
    }
}
