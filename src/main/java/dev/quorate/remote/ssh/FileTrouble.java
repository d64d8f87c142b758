package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.remote.CommandResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words why something could not be done to a file. */
final class FileTrouble {

    private FileTrouble() {}

    /** @param what {@code cannot write /etc/x on etcd1} */
    static Failure of(String what, CommandResult result) {
        String reason = reason(result.errorText());
        return new Failure(what + ": " + reason, remedy(reason), ExitCode.IO);
    }

    /** The last line of standard error ends with the reason the system gave: {@code cat: write error: No space left on device}. */
    private static String reason(String errors) {
        List<String> lines = errors.strip().lines().toList();
        return lines.isEmpty() ? "no reason given" : lines.getLast();
    }

    private static @Nullable String remedy(String reason) {
        if (reason.contains("No space left on device")) {
            return "make room there: df -h, journalctl --vacuum-size=200M";
        }
        if (reason.contains("Permission denied") || reason.contains("Operation not permitted")) {
            return "use sudo, or log in as root: --ssh-user root";
        }
        if (reason.contains("Read-only file system")) {
            return "the disk is mounted read-only: look at dmesg for errors of the disk";
        }
        if (reason.contains("invalid user") || reason.contains("invalid group")) {
            return "make the user on the host first";
        }
        return null;
    }
}
