package dev.quorate.remote;

import java.util.Locale;
import java.util.Optional;

/**
 * Who may do what with a file.
 *
 * @param mode the permission bits: {@code 0600}
 * @param owner to give it to; empty to leave it with the user who writes it
 */
public record FileAccess(int mode, Optional<Owner> owner) {

    /** A user and a group by name. */
    public record Owner(String user, String group) {
        @Override
        public String toString() {
            return user + ":" + group;
        }
    }

    /** For secrets. */
    public static final FileAccess PRIVATE = of(0600);
    /** For what all may read. */
    public static final FileAccess PUBLIC = of(0644);
    /** For programs. */
    public static final FileAccess PROGRAM = of(0755);
    /** For directories of one user. */
    public static final FileAccess PRIVATE_DIRECTORY = of(0700);

    public static FileAccess of(int mode) {
        return new FileAccess(mode, Optional.empty());
    }

    public FileAccess withOwner(Optional<Owner> newOwner) {
        return new FileAccess(mode, newOwner);
    }

    /** The mode as {@code chmod} takes it: {@code 0600}. */
    public String octal() {
        return String.format(Locale.ROOT, "%04o", mode);
    }

    /** Whether a file as {@code facts} tell of it already has this access. */
    public boolean heldBy(FileFacts facts) {
        return facts.mode() == mode
                && owner.map(wanted -> wanted.equals(facts.owner())).orElse(true);
    }

    @Override
    public String toString() {
        return octal() + owner.map(who -> " " + who).orElse("");
    }
}
