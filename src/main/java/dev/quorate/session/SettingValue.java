package dev.quorate.session;

/** A value in force and where it came from. */
public record SettingValue(SettingName name, String word, Source source) {

    /** The value as it may be shown. */
    public String shown() {
        return switch (name) {
            case PASSWORD -> "(given)";
            case USER -> Login.nameIn(word);
            default -> word;
        };
    }
}
