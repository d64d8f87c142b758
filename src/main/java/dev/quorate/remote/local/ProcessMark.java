package dev.quorate.remote.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells a process from any other, earlier or later.
 *
 * @param startTicks when it started, in the kernel's count since boot; it survives {@code exec}
 * @param boot the boot it started in
 */
record ProcessMark(long pid, long startTicks, String boot) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Pattern WRITTEN = Pattern.compile("(\\d+) (\\d+) ([0-9a-f-]+)\\s*");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    /** The mark in {@code file}, if there is a whole one. */
    static Optional<ProcessMark> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(Files.readString(file));
        if (!written.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new ProcessMark(Long.parseLong(written.group(1)), Long.parseLong(written.group(2)), written.group(3)));
    }

    /** The state letter of {@code proc(5)} of the process with this mark; empty when it is gone. */
    Optional<Character> state() throws IOException {
        if (!boot.equals(Files.readString(BOOT_ID).strip())) {
            return Optional.empty();
        }
        List<String> fields = fieldsAfterName();
        if (fields.isEmpty() || Long.parseLong(fields.get(START_TICKS)) != startTicks) {
            return Optional.empty();
        }
        char state = fields.get(STATE).charAt(0);
        return state == 'Z' || state == 'X' ? Optional.empty() : Optional.of(state);
    }

    /** The fields of {@code /proc/PID/stat} from the third on; the second, the name, may hold anything. */
    private List<String> fieldsAfterName() throws IOException {
        String line;
        try {
            line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        } catch (IOException e) {
            if (Files.exists(Path.of("/proc/" + pid))) {
                throw e;
            }
            return List.of();
        }
        return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    }
}
