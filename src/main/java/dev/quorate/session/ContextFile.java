package dev.quorate.session;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a context is written: {@code word: value}, one a line; empty lines and lines beginning with {@code #} say nothing. */
final class ContextFile {

    private ContextFile() {}

    static String format(SettingValues values) {
        StringBuilder text = new StringBuilder();
        values.words()
                .forEach((name, word) -> text.append(name.word())
                        .append(": ")
                        .append(onOneLine(name, word))
                        .append('\n'));
        return text.toString();
    }

    static SettingValues parse(Path file, List<String> lines) {
        SettingValues values = SettingValues.NONE;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            values = values.overlaidBy(setting(file + ":" + (i + 1), line));
        }
        return values;
    }

    private static SettingValues setting(String place, String line) {
        int colon = line.indexOf(':');
        String word = line.substring(0, Math.max(colon, 0)).strip();
        SettingName name = SettingName.of(word)
                .filter(known -> known.part() != SettingName.Part.LINE && known != SettingName.PASSWORD)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        place + ": \"" + (colon < 0 ? line : word) + "\" is no setting of a context",
                        "write lines such as endpoints: 10.0.0.1:2379"));
        String value = line.substring(colon + 1).strip();
        return new SettingValues(Map.of(name, value)).checked(any -> place + ": " + any.word());
    }

    private static String onOneLine(SettingName name, String word) {
        if (word.lines().count() > 1) {
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, name.word() + " has a line break");
        }
        return word;
    }
}
