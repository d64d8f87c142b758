package dev.quorate.inventory.source;

import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.pki.AlternativeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines of {@code NAME ADDRESS [HOST]}. Bars of a drawn table, Markdown's too, commas and semicolons count as spaces;
 * headings, rules and comments are passed over, as is everything behind {@code #}.
 */
public final class HostTable {

    private static final int LONGEST = 60;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.:%-]+");

    private HostTable() {}

    public static Imported parse(String text) {
        List<NodeSpec> members = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            List<String> words = words(lines.get(index));
            if (words.isEmpty() || isHeading(words)) {
                continue;
            }
            Optional<NodeSpec> member = member(words);
            member.ifPresent(members::add);
            if (member.isEmpty()) {
                mistakes.add("line " + (index + 1) + " is no \"NAME ADDRESS [HOST]\": "
                        + shortened(lines.get(index).strip()));
            }
        }
        return new Imported(members, mistakes);
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static List<String> words(String line) {
        int comment = line.indexOf('#');
        String kept = comment < 0 ? line : line.substring(0, comment);
        return Arrays.stream(kept.split("[\\s|,;]+"))
                .filter(word -> !word.isEmpty() && !word.matches("[-+=:]+"))
                .toList();
    }

    private static boolean isHeading(List<String> words) {
        return words.size() >= 2
                && words.get(0).equalsIgnoreCase("name")
                && words.stream().skip(1).noneMatch(word -> word.matches(".*\\d.*"));
    }

    private static Optional<NodeSpec> member(List<String> words) {
        if (words.size() < 2 || words.size() > 3 || !isAddress(words.get(1))) {
            return Optional.empty();
        }
        if (words.size() == 3 && !HOST.matcher(words.get(2)).matches()) {
            return Optional.empty();
        }
        Optional<String> host = words.size() == 3 ? Optional.of(words.get(2)) : Optional.empty();
        return Optional.of(NodeSpec.of(words.get(0), words.get(1)).withHost(host));
    }

    /** A word without a dot, a colon or a digit is prose rather than an address. */
    private static boolean isAddress(String text) {
        return isHost(text) && text.matches(".*[.:\\d].*");
    }

    static boolean isHost(String text) {
        try {
            return !AlternativeName.of(text).value().isEmpty();
        } catch (OperatorException refused) {
            return false;
        }
    }

    /**
     * A member of {@code name=address} or {@code name=address@host}.
     *
     * @return empty if {@code text} is neither
     */
    public static Optional<NodeSpec> member(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            return Optional.empty();
        }
        String rest = text.substring(equals + 1);
        int at = rest.indexOf('@');
        List<String> words = at < 0
                ? List.of(text.substring(0, equals), rest)
                : List.of(text.substring(0, equals), rest.substring(0, at), rest.substring(at + 1));
        return words.contains("") ? Optional.empty() : member(words);
    }
}
