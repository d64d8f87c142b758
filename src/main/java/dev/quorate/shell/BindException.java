package dev.quorate.shell;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import org.jspecify.annotations.Nullable;

/** A line that is no command with all it needs; nothing was run. */
public final class BindException extends Exception {

    private final transient Fault fault;

    BindException(Word word, String message, @Nullable String hint) {
        super(message);
        this.fault = Fault.at(word, message, hint);
    }

    public Fault fault() {
        return fault;
    }

    public OperatorException asFailure() {
        if (fault.hint() == null) {
            return OperatorException.of(ExitCode.BAD_ARGUMENTS, fault.message());
        }
        return OperatorException.of(ExitCode.BAD_ARGUMENTS, fault.message(), fault.hint());
    }
}
