package dev.quorate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        return await(command(words));
    }

    /** Runs a script of bash that may call it as {@code $QUORATE}, with further variables. */
    Result script(String text, Map<String, String> variables, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", text, "script"));
        command.addAll(arguments);
        ProcessBuilder builder = within(command);
        builder.environment().put("QUORATE", PROGRAM);
        builder.environment().putAll(variables);
        return await(builder);
    }

    private Result await(ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", "");
        Path error = Files.createTempFile(home, "error", "");
        Process process = started(builder, output, error);
        int status = process.waitFor();
        return new Result(status, Files.readString(output), Files.readString(error, StandardCharsets.UTF_8));
    }

    /** Starts it with nothing to read, and what it says in files. */
    Process start(Path output, Path error, String... words) throws IOException {
        return started(command(words), output, error);
    }

    private ProcessBuilder command(String... words) {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(words));
        return within(command);
    }

    private static Process started(ProcessBuilder builder, Path output, Path error) throws IOException {
        return builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
    }

    private ProcessBuilder within(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("QUORATE_HOME", home.resolve("quorate").toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("SSH_AUTH_SOCK");
        if (Files.exists(home.resolve("hosts"))) {
            builder.environment().put("QUORATE_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + home.resolve("hosts"));
        }
        return builder;
    }
}
