package dev.quorate.context;

import dev.quorate.command.Argument;
import dev.quorate.command.BadValueException;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.command.OnProtected;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.session.ContextStore;
import dev.quorate.session.Protection;
import dev.quorate.session.Sessions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** {@code protect}, {@code unprotect} and {@code unlock}. */
public final class ProtectionCommands implements CommandGroup {

    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Argument<Optional<String>> WHICH = Argument.optional(
            "name",
            ValueTypes.TEXT.named("name").completing(Completes.CONTEXT),
            "a saved context; the one in use if left out");
    private static final ValueType<Duration> A_WHILE = ValueType.of("duration", ProtectionCommands::aWhile);
    private static final Argument<Duration> TIME =
            Argument.required("duration", A_WHILE, "for how long, such as 15m; 8h at the most");
    private static final Argument<List<String>> REASON = Argument.oneOrMore(
            "reason", ValueType.of("reason", ProtectionCommands::reason), "why, for whoever reads the audit log");

    private final Sessions sessions;
    private final ContextStore contexts;
    private final Protection protection;

    public ProtectionCommands(Sessions sessions, ContextStore contexts, Protection protection) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.protection = protection;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                declare("protect", "Protects a context: what changes it is asked about, or refused")
                        .details("""
                                The prompt says PROTECTED. At a prompt each line that changes something asks first, and \
                                what can destroy data wants the context's name typed. Scripts and pipes are refused. \
                                unlock lifts this for a while; protect ends that too.""")
                        .arguments(WHICH)
                        .runs(this::protect),
                declare("unprotect", "Takes the protection from a context")
                        .arguments(WHICH)
                        .runs(this::unprotect),
                declare("unlock", "Lets this console change the protected context for a while")
                        .details("""
                                Ends by itself, with the console or script, and by protect. The prompt counts down. The \
                                reason stands in the audit log.

                                  unlock 15m INC-42: drop the stale lock""")
                        .arguments(TIME, REASON)
                        .runs(this::unlock));
    }

    /** Recorded as changes, yet free of the guard that they are there to set. */
    private static CommandSpec.Builder declare(String words, String summary) {
        return CommandSpec.named(words, summary)
                .group("Session")
                .effect(Effect.WRITES)
                .onProtected(OnProtected.RUNS);
    }

    private void protect(Invocation line) {
        String name = named(line);
        protection.protect(name);
        line.note(name + " is protected");
    }

    private void unprotect(Invocation line) {
        String name = named(line);
        if (!contexts.isProtected(name)) {
            line.note(name + " was not protected");
            return;
        }
        new Confirmation(line).of(new Risk.Loss("nothing will ask any more before " + name + " is changed", name));
        protection.unprotect(name);
        line.note(name + " is no longer protected");
    }

    private void unlock(Invocation line) {
        String name = inUse();
        if (!contexts.isProtected(name)) {
            line.note(name + " is not protected, there is nothing to unlock");
            return;
        }
        var until = protection.unlock(name, line.get(TIME));
        line.note(name + " is unlocked until " + until.truncatedTo(ChronoUnit.SECONDS)
                + ", in this console or script only");
    }

    private String named(Invocation line) {
        return contexts.get(line.get(WHICH).orElseGet(this::inUse)).name();
    }

    private String inUse() {
        return sessions.current()
                .cluster()
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "no context is in use, and only a saved one can be protected",
                        "save it with context save NAME, or use NAME"));
    }

    private static Duration aWhile(String word) throws BadValueException {
        Duration time = ValueTypes.DURATION.parser().parse(word);
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new BadValueException("longer than nothing and 8h at the most");
        }
        return time;
    }

    private static String reason(String word) throws BadValueException {
        if (word.isBlank()) {
            throw new BadValueException("a reason has words");
        }
        return word;
    }
}
