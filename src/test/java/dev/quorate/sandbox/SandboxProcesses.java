package dev.quorate.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The etcd processes of one sandbox, however they came to be. */
final class SandboxProcesses {

    private SandboxProcesses() {}

    static List<ProcessHandle> below(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains("--config-file\0" + directory + "/"))
                .toList();
    }

    static void endAllBelow(Path directory) {
        for (ProcessHandle process : below(directory)) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
