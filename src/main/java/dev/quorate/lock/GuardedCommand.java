package dev.quorate.lock;

import dev.quorate.command.Invocation;
import dev.quorate.command.Subprocess;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.failure.OperatorException;
import java.util.List;
import java.util.Map;

/** The command that runs while a lock is held. */
final class GuardedCommand {

    private final List<String> words;
    private final Invocation line;

    GuardedCommand(List<String> words, Invocation line) {
        this.words = words;
        this.line = line;
    }

    /**
     * Runs it and gives {@code place} up at its end, before what it left running in the background has ended too.
     *
     * @param held the place when its turn came
     * @throws OperatorException with the exit status of a command that failed, or if the lock was lost meanwhile
     */
    void run(Place place, RangeResponse held, LeaseSession session) throws InterruptedException {
        session.onLoss(() -> line.note("Warning: the lock is lost, and the command still runs"));
        long revision = place.first() ? place.takenAt() : held.header().revision();
        Map<String, String> variables =
                Map.of("ETCD_LOCK_KEY", place.key().text(), "ETCD_LOCK_REV", Long.toString(revision));
        try (Subprocess process = Subprocess.start(words, variables, line.output())) {
            int status = process.await();
            place.close();
            if (status != 0) {
                throw OperatorException.passingOn(
                        status,
                        Subprocess.failure(words, "exit status " + status).what());
            }
            session.requireAlive();
        }
    }
}
