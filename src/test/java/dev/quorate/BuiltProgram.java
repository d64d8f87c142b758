package dev.quorate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built program as a process of its own, with a home of its own for it and for SSH. */
final class BuiltProgram {

    /** {@code -Dquorate.program} tries another build. */
    private static final String PROGRAM = System.getProperty(
            "quorate.program", Path.of("scripts", "quorate").toAbsolutePath().toString());

    private final Path home;

    BuiltProgram(Path home) {
        this.home = home;
    }

    /** What a run came to. */
    record Result(int status, String output, String error) {}

    void sshConfig(String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".ssh")).resolve("config"), text);
    }

    /** Lets it know only these names, as {@code /etc/hosts} has them. */
    void hosts(String text) throws IOException {
        Files.writeString(home.resolve("hosts"), text);
    }

    Path home() {
        return home;
    }

    Result run(String... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", "");
        Path error = Files.createTempFile(home, "error", "");
        Process process = start(output, error, words);
        int status = process.waitFor();
        return new Result(status, Files.readString(output), Files.readString(error, StandardCharsets.UTF_8));
    }

    /** Starts it with nothing to read, and what it says in files. */
    Process start(Path output, Path error, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().put("QUORATE_HOME", home.resolve("quorate").toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("SSH_AUTH_SOCK");
        if (Files.exists(home.resolve("hosts"))) {
            builder.environment().put("QUORATE_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + home.resolve("hosts"));
        }
        return builder.start();
    }
}
