package dev.quorate.kv;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;

/** Refuses flags that cannot stand together. */
final class Contradiction {

    private Contradiction() {}

    static void refuseBoth(boolean first, String firstFlag, boolean second, String secondFlag) {
        if (first && second) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    firstFlag + " and " + secondFlag + " cannot be set at the same time",
                    "choose one");
        }
    }
}
