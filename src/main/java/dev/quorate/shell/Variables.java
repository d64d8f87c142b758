package dev.quorate.shell;

import java.util.Map;
import java.util.Optional;

/** What <code>${name}</code> stands for in a script; at the prompt a dollar is a dollar. */
public final class Variables {

    private static final String ENVIRONMENT = "env:";

    private final Map<String, String> values;
    private final Map<String, String> environment;

    /** Fills in {@code values} by their names and {@code environment} by <code>${env:NAME}</code>. */
    public Variables(Map<String, String> values, Map<String, String> environment) {
        this.values = Map.copyOf(values);
        this.environment = environment;
    }

    Optional<String> value(String name) {
        if (name.startsWith(ENVIRONMENT)) {
            return Optional.ofNullable(environment.get(name.substring(ENVIRONMENT.length())));
        }
        return Optional.ofNullable(values.get(name));
    }

    /** How to set {@code name}. */
    static String hint(String name) {
        if (name.startsWith(ENVIRONMENT)) {
            return "export " + name.substring(ENVIRONMENT.length()) + ", or write \\${ for the characters themselves";
        }
        return "add --set " + name + "=VALUE, or write \\${ for the characters themselves";
    }
}
