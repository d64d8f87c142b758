package dev.quorate.pki;

import java.util.Arrays;

/** A passphrase. It is never part of a text; {@link #close} overwrites it. */
public final class Passphrase implements AutoCloseable {

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Copies {@code characters}; the caller may overwrite them. */
    public static Passphrase of(char[] characters) {
        return new Passphrase(characters.clone());
    }

    public boolean isEmpty() {
        return characters.length == 0;
    }

    /** The characters themselves, not a copy. */
    char[] characters() {
        return characters;
    }

    public Passphrase copy() {
        return of(characters);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Passphrase[]";
    }
}
