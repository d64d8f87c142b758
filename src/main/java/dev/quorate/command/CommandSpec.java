package dev.quorate.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A declared command.
 *
 * @param words its full words: {@code member list}
 * @param aliases other full words that mean the same
 * @param group the heading it stands under in help: {@code Keys}
 * @param summary one sentence in the third person, no full stop
 * @param details what {@code help COMMAND} adds, examples included; may be empty
 * @param effect the worst it can do
 * @param arguments in order; only the last may take more than one word
 * @param flags its own, global options apart
 * @param hidden understood, but neither listed nor completed
 * @param handler does it
 */
public record CommandSpec(
        String words,
        List<String> aliases,
        String group,
        String summary,
        String details,
        Effect effect,
        List<Argument<?>> arguments,
        List<Flag<?>> flags,
        boolean hidden,
        Handler handler) {

    /** Runs a bound line. */
    @FunctionalInterface
    public interface Handler {
        /**
         * @throws dev.quorate.failure.OperatorException for whatever the operator should hear
         * @throws Exception for a fault of the program or an interruption
         */
        void run(Invocation line) throws Exception;
    }

    public CommandSpec {
        aliases = List.copyOf(aliases);
        arguments = List.copyOf(arguments);
        flags = List.copyOf(flags);
    }

    public static Builder named(String words, String summary) {
        return new Builder(words, summary);
    }

    /** Collects a declaration, which ends with {@link #runs}. */
    public static final class Builder {
        private final String words;
        private final String summary;
        private final List<String> aliases = new ArrayList<>();
        private final List<Argument<?>> arguments = new ArrayList<>();
        private final List<Flag<?>> flags = new ArrayList<>();
        private String group = "Console";
        private String details = "";
        private Effect effect = Effect.READS;
        private boolean hidden;

        private Builder(String words, String summary) {
            this.words = words;
            this.summary = summary;
        }

        public Builder alias(String otherWords) {
            aliases.add(otherWords);
            return this;
        }

        public Builder group(String heading) {
            group = heading;
            return this;
        }

        public Builder details(String text) {
            details = text;
            return this;
        }

        public Builder effect(Effect worst) {
            effect = worst;
            return this;
        }

        public Builder arguments(Argument<?>... inOrder) {
            arguments.addAll(List.of(inOrder));
            return this;
        }

        public Builder flags(Flag<?>... own) {
            flags.addAll(List.of(own));
            return this;
        }

        public Builder hide() {
            hidden = true;
            return this;
        }

        public CommandSpec runs(Handler handler) {
            return new CommandSpec(words, aliases, group, summary, details, effect, arguments, flags, hidden, handler);
        }
    }
}
