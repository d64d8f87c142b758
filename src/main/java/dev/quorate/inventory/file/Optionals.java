package dev.quorate.inventory.file;

import java.util.Optional;
import java.util.OptionalInt;

/** Between the two kinds of optional numbers. */
final class Optionals {

    private Optionals() {}

    static OptionalInt number(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
