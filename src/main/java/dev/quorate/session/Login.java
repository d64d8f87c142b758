package dev.quorate.session;

import java.nio.file.Path;

/** A user, and where the password comes from. */
public record Login(String user, Password password) {

    /** Where a password comes from. */
    public sealed interface Password {}

    /** On the line or in the environment. */
    public record Given(String password) implements Password {
        @Override
        public String toString() {
            return "Given";
        }
    }

    /** The first line of a file, read when a connection is made. */
    public record InFile(Path file) implements Password {}

    /** Nowhere yet: asked for when a connection is made. */
    public record Asked() implements Password {}

    /** The user in {@code name[:password]}. */
    static String nameIn(String user) {
        int colon = user.indexOf(':');
        return colon < 0 ? user : user.substring(0, colon);
    }
}
