package dev.quorate.pki;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
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

    boolean isAscii() {
        for (char character : characters) {
            if (character > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /**
     * Its UTF-8 bytes, each as a character. The older schemes know characters of one byte only, and openssl gives them
     * whatever bytes a terminal sends.
     */
    Passphrase asBytes() {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        char[] wide = new char[bytes.remaining()];
        for (int index = 0; index < wide.length; index++) {
            wide[index] = (char) (bytes.get(index) & 0xff);
            bytes.put(index, (byte) 0);
        }
        return new Passphrase(wide);
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
