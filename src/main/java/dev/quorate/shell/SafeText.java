package dev.quorate.shell;

import dev.quorate.audit.Redactor;
import java.util.ArrayList;
import java.util.List;

/** The text of a line fit to be shown and kept: {@code ***} stands where a secret was. */
public final class SafeText {

    private SafeText() {}

    public static String of(String text) {
        List<Word> words = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (SourceLine line : Lexer.lex(text).lines()) {
            words.addAll(line.words());
            shown.addAll(Redactor.redact(line.words().stream().map(Word::text).toList()));
        }
        StringBuilder safe = new StringBuilder(text);
        for (int index = words.size() - 1; index >= 0; index--) {
            Word word = words.get(index);
            if (!word.text().equals(shown.get(index))) {
                safe.replace(word.start(), word.end(), shown.get(index));
            }
        }
        return safe.toString();
    }
}
