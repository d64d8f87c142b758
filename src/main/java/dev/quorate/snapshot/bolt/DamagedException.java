package dev.quorate.snapshot.bolt;

/** A file is not the database it should be. The message goes on where the file's name ends: {@code is truncated}. */
public final class DamagedException extends Exception {

    public DamagedException(String what) {
        super(what);
    }

    /** What is wrong, as a predicate of the file. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
