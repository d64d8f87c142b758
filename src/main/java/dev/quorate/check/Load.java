package dev.quorate.check;

import dev.quorate.command.Completes;
import dev.quorate.command.ValueType;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.List;
import java.util.Locale;

/** The loads there are, as etcdctl sets them ({@code etcdctl/ctlv3/command/check.go}). */
enum Load {
    S("small", 150, 50, 10_000),
    M("medium", 1_000, 200, 100_000),
    L("large", 8_000, 500, 1_000_000),
    XL("xLarge", 15_000, 1_000, 3_000_000);

    static final ValueType<String> WORD =
            new ValueType<>("s|m|l|xl", List.of("s", "m", "l", "xl"), Completes.CHOICE, word -> word);

    private final String longName;
    private final int rate;
    private final int clients;
    private final int keys;

    Load(String longName, int rate, int clients, int keys) {
        this.longName = longName;
        this.rate = rate;
        this.clients = clients;
        this.keys = keys;
    }

    static Load of(String word) {
        for (Load load : values()) {
            if (word.equals(load.longName) || word.equals(load.name().toLowerCase(Locale.ROOT))) {
                return load;
            }
        }
        throw OperatorException.of(
                ExitCode.BAD_FEATURE,
                "unknown load option " + word,
                "the loads are s (small), m (medium), l (large) and xl (xLarge)");
    }

    /** Writes in a second that are asked for, and of which nine tenths must be borne. */
    int rate() {
        return rate;
    }

    /** How many write at once. */
    int clients() {
        return clients;
    }

    /** Keys that are written to see how much memory they take. */
    int keys() {
        return keys;
    }
}
