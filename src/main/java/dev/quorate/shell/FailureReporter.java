package dev.quorate.shell;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The one place that words failures, for standard error: what happened, what to do next, on demand the stack. */
public final class FailureReporter {

    /** What {@code thrown} means to the operator. */
    public OperatorException explain(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OperatorException known) {
                return known;
            }
        }
        if (thrown instanceof InterruptedException) {
            return new OperatorException(Failure.INTERRUPTION, thrown);
        }
        Failure internal = Failure.of(ExitCode.ERROR, "internal error: " + oneLine(thrown))
                .withHint("this is a fault of quorate; --debug adds the details to report");
        return new OperatorException(internal, thrown);
    }

    private static String oneLine(Throwable thrown) {
        return thrown.toString().lines().findFirst().orElse("");
    }

    /** Tells {@code failure} and its hint, each line on its own; who pressed Ctrl-C need not be told. */
    public void report(OperatorException failure, Streams.Talk error, boolean debug) {
        if (failure.failure().equals(Failure.INTERRUPTION) && !debug) {
            return;
        }
        error.line("Error: " + failure.failure().what());
        String hint = failure.failure().hint();
        if (hint != null) {
            error.line("Hint: " + hint);
        }
        if (debug) {
            StringWriter stack = new StringWriter();
            failure.printStackTrace(new PrintWriter(stack, true));
            stack.toString().lines().forEach(error::line);
        }
    }
}
