package dev.quorate.hosts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the few command lines that certainly only look. Everything else may change something, whatever it is called, and is
 * asked for.
 */
final class Looking {

    /** What makes a shell do more than run one program. */
    private static final Pattern SHELL = Pattern.compile("[;&|<>`$(){}\\n\\\\]");

    private static final Set<String> PROGRAMS = Set.of(
            "cat",
            "df",
            "du",
            "free",
            "getent",
            "grep",
            "head",
            "id",
            "ls",
            "lsblk",
            "nproc",
            "ps",
            "pwd",
            "readlink",
            "sha256sum",
            "ss",
            "stat",
            "tail",
            "test",
            "true",
            "uname",
            "uptime",
            "wc",
            "who",
            "whoami");
    private static final Set<String> ALONE = Set.of("date", "hostname", "nproc", "env", "mount");
    private static final Set<String> SYSTEMCTL =
            Set.of("status", "show", "cat", "is-active", "is-enabled", "is-failed", "list-units", "list-timers");

    private Looking() {}

    static boolean only(List<String> command) {
        if (command.size() == 1) {
            return !SHELL.matcher(command.getFirst()).find()
                    && onlyLooks(List.of(command.getFirst().strip().split("\\s+")));
        }
        return onlyLooks(command);
    }

    private static boolean onlyLooks(List<String> words) {
        String program = words.getFirst();
        if (PROGRAMS.contains(program)) {
            return !program.equals("ss") || !words.contains("-K") && !words.contains("--kill");
        }
        if (ALONE.contains(program)) {
            return words.size() == 1;
        }
        return program.equals("systemctl") && words.size() > 1 && SYSTEMCTL.contains(words.get(1));
    }
}
