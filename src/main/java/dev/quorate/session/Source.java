package dev.quorate.session;

/**
 * The place a value came from.
 *
 * @param detail which one: the flag, the variable, the name of the context
 */
public record Source(Kind kind, String detail) {

    /** Strongest first. */
    public enum Kind {
        FLAG,
        SET,
        CONTEXT,
        ENVIRONMENT,
        DEFAULT
    }

    static Source flag(SettingName name) {
        return new Source(Kind.FLAG, "--" + name.word());
    }

    static Source set(SettingName name) {
        return new Source(Kind.SET, "set " + name.word());
    }

    static Source environment(String variable) {
        return new Source(Kind.ENVIRONMENT, variable);
    }

    static Source context(String name) {
        return new Source(Kind.CONTEXT, name.isEmpty() ? "connect" : "context " + name);
    }

    static Source builtIn() {
        return new Source(Kind.DEFAULT, "default");
    }

    @Override
    public String toString() {
        return detail;
    }
}
