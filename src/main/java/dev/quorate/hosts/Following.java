package dev.quorate.hosts;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.Host;
import dev.quorate.time.Pause;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Follows the journal of one host, past times in which the host cannot be reached: it goes on after the last entry that came
 * whole, so that none is lost and none comes twice.
 */
final class Following {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    /** The status of what a signal ended: on its way down, a host ends the commands of its users. */
    private static final int SIGNALLED = 128;

    private final Host host;
    private final Journals.Request request;
    private final Merging merging;
    private final Consumer<String> note;
    private final JournalExport journal;
    private boolean followed;
    private boolean lost;

    Following(Host host, Journals.Request request, Merging merging, Consumer<String> note) {
        this.host = host;
        this.request = request;
        this.merging = merging;
        this.note = note;
        this.journal = new JournalExport(host.name());
    }

    /** Until interrupted; a host that cannot be reached at the beginning fails. */
    int run() throws InterruptedException {
        while (true) {
            try {
                once();
                lose("its journalctl was ended");
            } catch (OperatorException e) {
                if (!followed || e.failure().exitCode() != ExitCode.BAD_CONNECTION) {
                    note.accept("%s is not followed: %s"
                            .formatted(host.name(), e.failure().what()));
                    throw e;
                }
                lose(e.failure().what());
            }
            Pause.real().of(BETWEEN_TRIES);
        }
    }

    /** Returns when a signal has ended journalctl. */
    private void once() throws InterruptedException {
        Taking taking = new Taking();
        int status = host.stream(request.command(journal.cursor()), taking);
        Journals.requireRight(host.name(), taking.text());
        if (status < SIGNALLED) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "journalctl ended with status %d on %s%s"
                            .formatted(status, host.name(), taking.text().isEmpty() ? "" : ": " + taking.text()));
        }
    }

    private void lose(String why) {
        journal.breakOff();
        if (!lost) {
            lost = true;
            note.accept("%s is tried again until it answers: %s".formatted(host.name(), why));
        }
    }

    private void found() {
        followed = true;
        if (lost) {
            lost = false;
            note.accept(host.name() + " is followed again");
        }
    }

    /** Hands entries on, and keeps what journalctl remarks. */
    private final class Taking implements CommandOutput {

        private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();

        @Override
        public void output(byte[] bytes) {
            merging.add(journal.add(bytes));
        }

        @Override
        public void errors(byte[] bytes) {
            remarks.writeBytes(bytes);
            if (all().startsWith(Journals.Request.FOLLOWED)) {
                found();
            }
        }

        String text() {
            return all().replaceFirst(Journals.Request.FOLLOWED, "").strip();
        }

        private String all() {
            return remarks.toString(StandardCharsets.UTF_8);
        }
    }
}
