package dev.quorate.guard;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.Locale;

/** Asks the operator of a line. {@code --yes} answers everything; where nobody can be asked, the answer is no. */
public final class Confirmation {

    private final Invocation line;

    public Confirmation(Invocation line) {
        this.line = line;
    }

    /**
     * Returns when the operator agrees.
     *
     * @throws OperatorException when the operator does not, or cannot be asked
     */
    public void of(Risk risk) {
        if (line.assumeYes()) {
            return;
        }
        if (!line.interactive()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "nobody can be asked, and this needs a yes: " + risk.consequence(),
                    "add --yes if that is what you want");
        }
        line.note(risk.consequence());
        if (!agreed(risk)) {
            throw OperatorException.of(ExitCode.INTERRUPTED, "nothing was changed");
        }
    }

    private boolean agreed(Risk risk) {
        return switch (risk) {
            case Risk.Disruption disruption ->
                line.readLine("Go on? (yes/no) ")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .matches("y|yes");
            case Risk.Loss loss ->
                line.readLine("Type the name '" + loss.name() + "' to go on: ")
                        .strip()
                        .equals(loss.name());
        };
    }
}
