package dev.quorate.shell.completion;

/**
 * What may stand in place of the word at the cursor.
 *
 * @param value the word, whole, without quotes
 * @param description one line, or empty
 * @param whole whether the word ends with it; false for the first part of a path
 */
public record Proposal(String value, String description, boolean whole) implements Comparable<Proposal> {

    public static Proposal of(String value) {
        return new Proposal(value, "", true);
    }

    public static Proposal of(String value, String description) {
        return new Proposal(value, description, true);
    }

    /** The first part of something longer. */
    public static Proposal part(String value) {
        return new Proposal(value, "", false);
    }

    Proposal behind(String prefix) {
        return new Proposal(prefix + value, description, whole);
    }

    @Override
    public int compareTo(Proposal other) {
        return value.compareTo(other.value);
    }
}
