package dev.quorate.hosts;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;

/** Finds out why a server does not take a key that stands in the list. */
record Unwelcome(Host host) {

    private static final String LOOK =
            "id -un; for each in ~ ~/.ssh ~/.ssh/authorized_keys; do stat -L -c '%a %U %n' \"$each\"; done";

    private static final int OTHERS_WRITE = 0022;

    /** sshd's {@code StrictModes} wants nobody else to be able to change what leads to the list (sshd_config(5)). */
    OperatorException failure() throws InterruptedException {
        List<String> lines =
                host.run(ShellCommand.reads("sh", "-c", LOOK)).text().lines().toList();
        List<String> faults = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            fault(lines.getFirst(), line.split(" ", 3), faults);
        }
        if (faults.isEmpty()) {
            return failure(
                    "sshd says no",
                    "look at PubkeyAuthentication, AuthorizedKeysFile and AllowUsers in /etc/ssh/sshd_config there, "
                            + "and at options before the key in ~/.ssh/authorized_keys");
        }
        return failure(
                "sshd refuses it while " + String.join(" and ", faults),
                "mend that there: chmod go-w, chown; or set StrictModes in its sshd_config");
    }

    private static void fault(String user, String[] found, List<String> faults) {
        if ((Integer.parseInt(found[0], 8) & OTHERS_WRITE) != 0) {
            faults.add("%s can be written by others (mode %s)".formatted(found[2], found[0]));
        }
        if (!found[1].equals(user) && !found[1].equals("root")) {
            faults.add("%s belongs to %s".formatted(found[2], found[1]));
        }
    }

    private OperatorException failure(String why, String hint) {
        return OperatorException.of(
                ExitCode.ERROR,
                "the key is in ~/.ssh/authorized_keys of %s, but does not let in: %s".formatted(host.name(), why),
                hint);
    }
}
