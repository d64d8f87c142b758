package dev.quorate.remote.ssh;

import dev.quorate.remote.ShellCommand;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a command becomes a line for the host's shell, as the user who logged in or as root.
 *
 * <p>The password goes to sudo by standard input, before the command's own input. Whether sudo will want it depends on rules
 * and tickets that may change meanwhile, so a line marks where the command's input begins, and everything before it is
 * thrown away: a password sudo did not read cannot reach the command.
 */
sealed interface Elevation {

    /** As the user who logged in. */
    record None() implements Elevation {}

    /** As root, with no password. */
    record Free() implements Elevation {}

    /** As root, with a password. */
    record Password(char[] secret) implements Elevation {}

    /** Prints its process group, which is what an interruption ends, and becomes the command. */
    String ENTER =
            "read -r a b c d group rest </proc/$$/stat && echo \"" + GroupMark.WORD + " $group\" >&2; exec \"$@\"";

    String BEGINNING = "quorate-input-begins";
    String SKIP = "while IFS= read -r line && [ \"$line\" != " + BEGINNING + " ]; do :; done; ";

    default String line(ShellCommand command) {
        return switch (this) {
            case None _ -> "exec " + enter(ENTER, command);
            case Free _ -> "exec sudo -n -- " + enter(ENTER, command);
            case Password _ -> "exec sudo -k -S -p '' -- " + enter(SKIP + ENTER, command);
        };
    }

    default InputStream input(InputStream own) {
        return switch (this) {
            case None _, Free _ -> own;
            case Password(char[] secret) -> new SequenceInputStream(new ByteArrayInputStream(prelude(secret)), own);
        };
    }

    private static String enter(String script, ShellCommand command) {
        return ShellCommand.reads("sh", "-c", script, "sh").line() + " " + command.line();
    }

    private static byte[] prelude(char[] secret) {
        ByteBuffer password = StandardCharsets.UTF_8.encode(java.nio.CharBuffer.wrap(secret));
        byte[] rest = ("\n" + BEGINNING + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(password.remaining() + rest.length)
                .put(password)
                .put(rest)
                .array();
    }

    /** What finds out how a user becomes root: {@code root}, {@code free}, {@code asks} or {@code none}. */
    List<String> PROBE = List.of(
            "sh",
            "-c",
            "if [ \"$(id -u)\" = 0 ]; then echo root; elif ! command -v sudo >/dev/null; then echo none; "
                    + "elif sudo -n true 2>/dev/null; then echo free; else echo asks; fi");
}
