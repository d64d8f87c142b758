package dev.quorate.inventory.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ansible's host ranges: {@code node-[1:3]}, {@code node-[01:12:2]}, {@code node-[a:c]}. */
final class HostRange {

    private static final Pattern RANGE =
            Pattern.compile("\\[(?:(\\d{1,6}):(\\d{1,6})|([a-z]):([a-z]))(?::(\\d{1,4}))?]");
    private static final int MOST = 1000;

    private HostRange() {}

    /** The names that {@code text} spells; empty if they are too many to be meant. */
    static Optional<List<String>> expand(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.find()) {
            return Optional.of(List.of(text));
        }
        List<String> names = new ArrayList<>();
        for (String value : values(range)) {
            String one = text.substring(0, range.start()) + value + text.substring(range.end());
            Optional<List<String>> rest = expand(one);
            if (rest.isEmpty() || names.size() + rest.get().size() > MOST) {
                return Optional.empty();
            }
            names.addAll(rest.get());
        }
        return Optional.of(names);
    }

    private static List<String> values(Matcher range) {
        int step = range.group(5) == null ? 1 : Math.max(1, Integer.parseInt(range.group(5)));
        List<String> values = new ArrayList<>();
        if (range.group(1) == null) {
            for (char letter = range.group(3).charAt(0);
                    letter <= range.group(4).charAt(0);
                    letter += (char) step) {
                values.add(String.valueOf(letter));
            }
            return values;
        }
        int width = range.group(1).startsWith("0") ? range.group(1).length() : 1;
        int last = Integer.parseInt(range.group(2));
        for (int number = Integer.parseInt(range.group(1)); number <= last && values.size() <= MOST; number += step) {
            values.add(String.format("%0" + width + "d", number));
        }
        return values;
    }
}
