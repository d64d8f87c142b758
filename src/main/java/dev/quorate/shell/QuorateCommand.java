package dev.quorate.shell;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** A declared command as one of Spring Shell's. It is executed with a bound line as its input. */
final class QuorateCommand extends AbstractCommand {

    /** A bound line as Spring Shell hands it on. */
    record BoundInput(Invocation line) implements InputReader {
        @Override
        public String readInput(String prompt) {
            return line.readLine(prompt);
        }

        @Override
        public char[] readPassword(String prompt) {
            return line.readSecret(prompt);
        }
    }

    private final CommandSpec spec;

    QuorateCommand(CommandSpec spec) {
        super(spec.words(), spec.summary(), spec.group(), spec.details(), spec.hidden());
        this.spec = spec;
        setAliases(spec.aliases());
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public ExitStatus doExecute(CommandContext context) throws Exception {
        if (!(context.inputReader() instanceof BoundInput input)) {
            throw new IllegalArgumentException(spec.words() + " runs bound lines only");
        }
        spec.handler().run(input.line());
        return ExitStatus.OK;
    }
}
