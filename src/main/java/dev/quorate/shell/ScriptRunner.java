package dev.quorate.shell;

import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Sessions;

/** Runs scripts line by line; the first failure ends a script and says where, unless it is told to go on. */
public final class ScriptRunner {

    /**
     * @param keepGoing runs the lines after a failed one too; the script fails all the same
     * @param echo tells each line, without secrets, before it runs
     */
    public record Options(boolean keepGoing, boolean echo) {}

    private final LineExecutor executor;
    private final FailureReporter reporter;
    private final Sessions sessions;

    public ScriptRunner(LineExecutor executor, FailureReporter reporter, Sessions sessions) {
        this.executor = executor;
        this.reporter = reporter;
        this.sessions = sessions;
    }

    /**
     * Runs {@code script}. Its lines start from the session of the line it is run by; what they change in it ends with it.
     *
     * @return the status the script asked to {@code exit} with, else 0
     * @throws OperatorException of the line that failed, told with its place
     */
    public int run(Script script, Options options, Streams streams) throws Exception {
        return sessions.script(() -> runLines(script, options, streams));
    }

    private int runLines(Script script, Options options, Streams streams) {
        Tally tally = new Tally(script);
        for (BoundLine line : script.lines()) {
            if (options.echo()) {
                streams.error().line("+ " + SafeText.of(line.source().text()));
            }
            try {
                executor.run(line, streams);
            } catch (LeaveException e) {
                return e.status();
            } catch (OperatorException e) {
                boolean interrupted = e.failure().equals(Failure.INTERRUPTION);
                if (interrupted || !options.keepGoing()) {
                    throw e.at(script.place(line));
                }
                report(e.at(script.place(line)), streams, tally);
            }
        }
        tally.failIfAnyFailed();
        return 0;
    }

    private void report(OperatorException failure, Streams streams, Tally tally) {
        reporter.report(failure, streams.error(), sessions.current().options().debug());
        tally.add(failure);
    }

    /** Counts the lines that failed. */
    private static final class Tally {
        private final Script script;
        private int failed;
        private int firstStatus;

        Tally(Script script) {
            this.script = script;
        }

        void add(OperatorException failure) {
            if (failed == 0) {
                firstStatus = failure.exitStatus();
            }
            failed++;
        }

        void failIfAnyFailed() {
            if (failed > 0) {
                String lines = script.lines().size() == 1 ? " line" : " lines";
                throw OperatorException.passingOn(
                        firstStatus,
                        failed + " of " + script.lines().size() + lines + " of " + script.name() + " failed");
            }
        }
    }
}
