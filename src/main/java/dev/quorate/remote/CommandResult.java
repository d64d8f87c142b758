package dev.quorate.remote;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a command ended.
 *
 * @param host where it ran
 * @param status its exit status; 128 and the number of the signal that ended it
 */
public record CommandResult(String host, ShellCommand command, int status, byte[] output, byte[] errors) {

    private static final int TAIL_LINES = 5;

    public boolean succeeded() {
        return status == 0;
    }

    /** Standard output as text. */
    public String text() {
        return new String(output, StandardCharsets.UTF_8);
    }

    /** Standard error as text. */
    public String errorText() {
        return new String(errors, StandardCharsets.UTF_8);
    }

    /**
     * This result, if the command succeeded.
     *
     * @throws OperatorException naming host, command and status, with the last lines of standard error
     */
    public CommandResult orThrow() {
        if (succeeded()) {
            return this;
        }
        throw OperatorException.of(
                ExitCode.ERROR, "'%s' ended with status %d on %s%s".formatted(command, status, host, tail()));
    }

    private String tail() {
        List<String> lines = errorText().strip().lines().toList();
        if (lines.isEmpty()) {
            return "";
        }
        return ": " + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
