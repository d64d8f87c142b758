package dev.quorate.remote.local;

import java.nio.file.Path;
import java.util.List;

/**
 * What a unit is to systemd: what to run, and where it is remembered.
 *
 * @param command the program, absolute, and its arguments
 * @param log takes what it writes to standard output and error, appended
 * @param processFile remembers its process
 */
public record LocalService(List<String> command, Path log, Path processFile) {

    public LocalService {
        command = List.copyOf(command);
    }
}
