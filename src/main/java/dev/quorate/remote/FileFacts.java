package dev.quorate.remote;

/**
 * What is known of a file without reading it.
 *
 * @param size in bytes
 * @param mode the permission bits
 */
public record FileFacts(Kind kind, long size, int mode, FileAccess.Owner owner) {

    /** What kind of thing it is. */
    public enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }

    public boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }
}
