package dev.quorate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the differential test; the grammar stands at the head of {@code etcdctl-lines.txt}.
 *
 * @param expectation what the two programs owe each other
 * @param input standard input
 * @param meanwhile lines run by etcdctl while this one runs; it is told to end after them
 * @param endless whether the line runs until it is told to end
 */
record DifferentialCase(
        String text,
        Expectation expectation,
        Map<String, String> environment,
        List<String> words,
        byte[] input,
        List<List<String>> meanwhile,
        boolean endless) {

    enum Expectation {
        SAME,
        /** etcdctl fails, we do what was meant. */
        WORKS_INSTEAD,
        /** etcdctl passes over what it does not understand, we refuse it. */
        REFUSED_INSTEAD
    }

    static DifferentialCase parse(String text) {
        Expectation expectation = expectation(text);
        String line = expectation == Expectation.SAME ? text : text.substring(1).strip();
        List<String> parts = List.of(line.split(" ~( |$)", -1));
        String[] own = parts.getFirst().split(" <<< ", 2);
        List<String> words = new ArrayList<>(split(own[0]));
        Map<String, String> environment = new LinkedHashMap<>();
        while (words.getFirst().matches("[A-Z_]+=.*")) {
            String[] variable = words.removeFirst().split("=", 2);
            environment.put(variable[0], variable[1]);
        }
        List<List<String>> meanwhile = parts.stream()
                .skip(1)
                .filter(part -> !part.isBlank())
                .map(DifferentialCase::split)
                .toList();
        byte[] input = own.length < 2 ? new byte[0] : unescaped(own[1]);
        return new DifferentialCase(text, expectation, environment, words, input, meanwhile, parts.size() > 1);
    }

    private static Expectation expectation(String text) {
        if (text.startsWith("+ ")) {
            return Expectation.WORKS_INSTEAD;
        }
        return text.startsWith("- ") ? Expectation.REFUSED_INSTEAD : Expectation.SAME;
    }

    /** Whether it begins with a watch, not with output. */
    boolean watches() {
        return words.contains("watch")
                || words.contains("-l")
                || words.contains("--listen")
                || takesTurns() && !meanwhile.isEmpty();
    }

    /** Whether it makes a lease and a key named after that. */
    boolean takesTurns() {
        return words.contains("lock") || words.contains("elect");
    }

    /** The words with {@code $1}, {@code $2} … replaced by {@code leases}. */
    static List<String> filledIn(List<String> words, List<String> leases) {
        List<String> filled = new ArrayList<>();
        for (String word : words) {
            String now = word;
            for (int i = 0; i < leases.size(); i++) {
                now = now.replace("$" + (i + 1), leases.get(i));
            }
            filled.add(now);
        }
        return filled;
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean begun = false;
        int position = 0;
        while (position < text.length()) {
            char character = text.charAt(position);
            if (character == ' ') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
                position++;
            } else if (character == '\'' || text.startsWith("$'", position)) {
                int start = text.indexOf('\'', position) + 1;
                int end = text.indexOf('\'', start);
                String quoted = text.substring(start, end);
                word.append(character == '$' ? new String(unescaped(quoted), StandardCharsets.UTF_8) : quoted);
                begun = true;
                position = end + 1;
            } else {
                word.append(character);
                begun = true;
                position++;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    private static byte[] unescaped(String text) {
        var bytes = new ByteArrayOutputStream();
        int position = 0;
        while (position < text.length()) {
            int codePoint = text.codePointAt(position);
            position += Character.charCount(codePoint);
            if (codePoint != '\\') {
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char letter = text.charAt(position++);
            switch (letter) {
                case 'n' -> bytes.write('\n');
                case 't' -> bytes.write('\t');
                case 'x' -> {
                    bytes.write(Integer.parseInt(text.substring(position, position + 2), 16));
                    position += 2;
                }
                default -> bytes.write(letter);
            }
        }
        return bytes.toByteArray();
    }
}
