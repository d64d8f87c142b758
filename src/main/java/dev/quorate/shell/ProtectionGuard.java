package dev.quorate.shell;

import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.command.OnProtected;
import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.session.Protection;
import dev.quorate.session.Protection.State;
import dev.quorate.session.Session;

/**
 * Stands before every line that changes something while the context in use is protected. What a line can do is what its
 * command declares, so that no command can forget to ask.
 *
 * <p>{@code --yes} is no answer here: it stands in scripts and in fingers, and says nothing of which cluster was meant.
 * A script that is to change a protected cluster says why, with {@code unlock}, in a line of its own.
 *
 * @param session the line runs under
 * @param script whether it is a line of a script, which asks nobody
 */
record ProtectionGuard(Protection protection, Session session, boolean script) {

    /**
     * Returns where {@code line} may run.
     *
     * @param asker asks the operator; is {@code line} itself, or the line that {@code line} stands within
     */
    void pass(Values line, Invocation asker) {
        Effect effect = line.command().effectOf().apply(line);
        OnProtected rule = line.command().onProtected().apply(line);
        if (effect == Effect.READS
                || rule == OnProtected.RUNS
                || session.options().dryRun()) {
            return;
        }
        switch (protection.of(session)) {
            case State.Open open -> {}
            case State.Locked locked -> {
                refuseUnlessAskable(line, locked.context(), rule, asker);
                new Confirmation(asker).of(risk(effect, line, locked.context()));
            }
            case State.Unlocked unlocked -> refuseIfNever(line, unlocked.context(), rule);
        }
    }

    private void refuseUnlessAskable(Values line, String context, OnProtected rule, Invocation asker) {
        refuseIfNever(line, context, rule);
        if (rule == OnProtected.NEEDS_UNLOCK || script || !asker.interactive()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    context + " is protected, " + line.command().words() + " was not run",
                    "say why first: unlock 15m REASON, in the same console or script; --yes is not enough");
        }
    }

    private static void refuseIfNever(Values line, String context, OnProtected rule) {
        if (rule == OnProtected.NEVER) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    context + " is protected, " + line.command().words() + " never runs there",
                    "unprotect " + context + " first if it is a cluster to experiment with");
        }
    }

    private static Risk risk(Effect effect, Values line, String context) {
        String what = context + " is protected, and " + line.command().words();
        return switch (effect) {
            case READS, WRITES -> new Risk.Disruption(what + " changes something");
            case DISRUPTS -> new Risk.Disruption(what + " can take service away");
            case DESTROYS -> new Risk.Loss(what + " can destroy data or members", context);
        };
    }
}
