package dev.quorate.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A declared command.
 *
 * @param words its full words: {@code member list}
 * @param aliases other full words that mean the same
 * @param group the heading it stands under in help: {@code Keys}
 * @param summary one sentence in the third person, no full stop
 * @param details what {@code help COMMAND} adds, examples included; may be empty
 * @param effect the worst it can do
 * @param effectOf what a line of it can do, where its words make a difference; never worse than {@code effect}
 * @param onProtected what becomes of a line of it on a protected context
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
        Function<Values, Effect> effectOf,
        Function<Values, OnProtected> onProtected,
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
        private Function<Values, Effect> effectOf = line -> effect;
        private Function<Values, OnProtected> onProtected = line -> OnProtected.ASKS;
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

        /** @param ofLine how bad one line is, where that depends on its words; at most {@code worst} */
        public Builder effect(Effect worst, Function<Values, Effect> ofLine) {
            effect = worst;
            effectOf = ofLine;
            return this;
        }

        /** What becomes of it on a protected context; left out, it {@linkplain OnProtected#ASKS asks}. */
        public Builder onProtected(OnProtected always) {
            return onProtected(line -> always);
        }

        public Builder onProtected(Function<Values, OnProtected> ofLine) {
            onProtected = ofLine;
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
            return new CommandSpec(
                    words,
                    aliases,
                    group,
                    summary,
                    details,
                    effect,
                    effectOf,
                    onProtected,
                    arguments,
                    flags,
                    hidden,
                    handler);
        }
    }
}
