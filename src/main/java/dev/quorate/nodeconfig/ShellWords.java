package dev.quorate.nodeconfig;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as systemd does: quotes of both kinds, a backslash before what is meant as it stands. */
final class ShellWords {

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;

    private ShellWords(String line) {
        this.line = line;
    }

    static List<String> split(String line) {
        ShellWords words = new ShellWords(line);
        words.split();
        return words.words;
    }

    private void split() {
        char quote = 0;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '\\' && quote != '\'' && index + 1 < line.length()) {
                index++;
                add(line.charAt(index));
            } else if (quote != 0 && character == quote) {
                quote = 0;
            } else if (quote == 0 && (character == '"' || character == '\'')) {
                quote = character;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(character)) {
                end();
            } else {
                add(character);
            }
        }
        end();
    }

    private void add(char character) {
        word.append(character);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }
}
