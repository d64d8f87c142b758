package dev.quorate.provision;

import dev.quorate.plan.StepState;

/** Something a running member can owe a restart to. */
@FunctionalInterface
public interface RestartCause {

    /** Done where it asks for none, Needed with the reason where it does. Changes nothing. */
    StepState look() throws InterruptedException;
}
