package dev.quorate.shell;

import dev.quorate.command.BadValueException;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.command.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The flags of {@code run FILE}, which {@code quorate -c} and {@code quorate < FILE} take too. */
final class ScriptFlags {

    private static final ValueType<Entry<String, String>> NAME_AND_VALUE =
            ValueType.of("name=value", ScriptFlags::nameAndValue);

    static final Flag<List<Entry<String, String>>> SET =
            Flag.repeated("set", NAME_AND_VALUE, "fills in ${name}; may be repeated");
    static final Flag<Boolean> KEEP_GOING = Flag.bool("keep-going", "runs the lines after a failed one too");
    static final Flag<Boolean> ECHO = Flag.bool("echo", "shows each line before it runs");

    private ScriptFlags() {}

    private static Entry<String, String> nameAndValue(String word) throws BadValueException {
        int equals = word.indexOf('=');
        if (equals <= 0) {
            throw new BadValueException("not of the form name=value");
        }
        return Map.entry(word.substring(0, equals), word.substring(equals + 1));
    }

    static Variables variables(Values line, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        for (Entry<String, String> entry : line.get(SET)) {
            values.put(entry.getKey(), entry.getValue());
        }
        return new Variables(values, environment);
    }

    static ScriptRunner.Options options(Values line) {
        return new ScriptRunner.Options(line.get(KEEP_GOING), line.get(ECHO));
    }
}
