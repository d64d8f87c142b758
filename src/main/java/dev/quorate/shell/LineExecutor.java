package dev.quorate.shell;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Session;
import java.io.IOException;

/** Runs lines, wherever they were typed: bind, overlay the session, guard, run, flush, report, audit. */
public final class LineExecutor {

    private final Binder binder;
    private final LineSessions sessions;
    private final FailureReporter reporter;
    private final Safeguards safeguards;

    public LineExecutor(Binder binder, LineSessions sessions, FailureReporter reporter, Safeguards safeguards) {
        this.binder = binder;
        this.sessions = sessions;
        this.reporter = reporter;
        this.safeguards = safeguards;
    }

    /** Binds and runs {@code line}; what goes wrong is reported on {@code streams}. */
    public Outcome execute(SourceLine line, Streams streams) {
        BoundLine bound;
        try {
            bound = binder.bind(line);
        } catch (BindException e) {
            return report(e.asFailure(), streams, sessions.current());
        }
        return execute(bound, streams);
    }

    /** As {@link #execute(SourceLine, Streams)}, of a line bound before. */
    public Outcome execute(BoundLine line, Streams streams) {
        Session session = sessions.current();
        try {
            session = sessions.overlaid(line);
            session = sessions.narrowed(session, line);
            run(line, new ProtectionGuard(safeguards.protection(), session, false), streams);
            return Outcome.DONE;
        } catch (LeaveException e) {
            return new Outcome(e.status(), true);
        } catch (BrokenPipeException e) {
            return new Outcome(BrokenPipeException.STATUS, true);
        } catch (Throwable thrown) {
            return report(reporter.explain(thrown), streams, session);
        }
    }

    private Outcome report(OperatorException failure, Streams streams, Session session) {
        reporter.report(failure, streams.error(), session.options().debug());
        return Outcome.failed(failure.exitStatus());
    }

    /** Runs {@code line} of a script and lets what goes wrong through, explained. */
    void run(BoundLine line, Streams streams) {
        try {
            Session session = sessions.narrowed(sessions.overlaid(line), line);
            run(line, new ProtectionGuard(safeguards.protection(), session, true), streams);
        } catch (LeaveException | BrokenPipeException e) {
            throw e;
        } catch (Throwable thrown) {
            throw reporter.explain(thrown);
        }
    }

    private void run(BoundLine line, ProtectionGuard guard, Streams streams) throws Exception {
        Session session = guard.session();
        line.remark().ifPresent(streams.error()::line);
        LineInvocation invocation = new LineInvocation(line, guard, streams);
        safeguards.audit().around(line, session, streams.error(), () -> {
            try {
                guard.pass(line, invocation);
                execute(invocation, session);
            } finally {
                flush(streams);
            }
        });
    }

    private void execute(LineInvocation invocation, Session session) throws Exception {
        sessions.under(session, () -> {
            binder.catalog().execute(invocation);
            return true;
        });
    }

    private static void flush(Streams streams) {
        try {
            streams.out().flush();
        } catch (IOException e) {
            Failure failure = Failure.of(ExitCode.IO, "cannot write standard output: " + e.getMessage());
            throw new OperatorException(failure, e);
        }
    }
}
