package dev.quorate.testing;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFacts;
import dev.quorate.remote.HostFiles;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.ServiceStatus.Running;
import dev.quorate.remote.Services;
import dev.quorate.remote.ShellCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A host in memory. Commands get the answers they were given beforehand and an unforeseen one fails the test; every change
 * is remembered in {@link #changes}.
 */
public final class FakeHost implements Host {

    public static final FileAccess.Owner OWNER = new FileAccess.Owner("operator", "operator");

    private final String name;
    private final Map<String, CommandResult> answers = new HashMap<>();
    private final Map<String, String> beginnings = new HashMap<>();
    private final Map<Path, Entry> entries = new TreeMap<>();
    private final Map<String, ServiceStatus> statuses = new HashMap<>();
    private final List<String> logTail = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private HostFacts facts = new HostFacts("Linux", "x86_64", "debian 12", "operator");

    private record Entry(byte @Nullable [] content, FileAccess access) {}

    public FakeHost(String name) {
        this.name = name;
    }

    /** Everything that was changed, in order: {@code write /etc/x 0644}, {@code start etcd}, {@code run systemctl …}. */
    public List<String> changes() {
        return changes;
    }

    public FakeHost answering(String line, String output) {
        return answering(line, 0, output, "");
    }

    public FakeHost answering(String line, int status, String output, String errors) {
        answers.put(line, new CommandResult(name, ShellCommand.reads(line), status, utf8(output), utf8(errors)));
        return this;
    }

    /** Of every command that begins so and has no answer of its own. */
    public FakeHost answeringBeginning(String line, String output) {
        beginnings.put(line, output);
        return this;
    }

    public FakeHost withFile(Path path, String content, FileAccess access) {
        entries.put(path, new Entry(utf8(content), access));
        return this;
    }

    public FakeHost withDirectory(Path path, FileAccess access) {
        entries.put(path, new Entry(null, access));
        return this;
    }

    public FakeHost withService(String service, ServiceStatus.State state) {
        boolean alive = state == ServiceStatus.State.RUNNING || state == ServiceStatus.State.PAUSED;
        Optional<Running> process = alive ? Optional.of(new Running(42, Instant.EPOCH)) : Optional.empty();
        statuses.put(service, new ServiceStatus(state, process));
        return this;
    }

    public FakeHost withLog(String... lines) {
        logTail.addAll(List.of(lines));
        return this;
    }

    public FakeHost withFacts(HostFacts newFacts) {
        facts = newFacts;
        return this;
    }

    /** What the file at {@code path} holds. */
    public String text(Path path) {
        return new String(files().readNow(path), StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CommandResult run(ShellCommand command) {
        beginnings.forEach((beginning, output) -> {
            if (command.line().startsWith(beginning) && !answers.containsKey(command.line())) {
                answering(command.line(), output);
            }
        });
        CommandResult answer = answers.get(command.line());
        if (answer == null) {
            throw new AssertionError("unforeseen on " + name + ": " + command.line());
        }
        if (command.access() == ShellCommand.Access.CHANGES) {
            changes.add("run " + command.line());
        }
        return new CommandResult(name, command, answer.status(), answer.output(), answer.errors());
    }

    @Override
    public int stream(ShellCommand command, CommandOutput output) {
        CommandResult result = run(command);
        output.output(result.output());
        output.errors(result.errors());
        return result.status();
    }

    @Override
    public FakeFiles files() {
        return new FakeFiles();
    }

    @Override
    public Services services() {
        return new FakeServices();
    }

    @Override
    public HostFacts facts() {
        return facts;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The files of a {@link FakeHost}. */
    public final class FakeFiles implements HostFiles {

        @Override
        public Optional<FileFacts> stat(Path path) {
            Entry entry = entries.get(path);
            if (entry == null) {
                return Optional.empty();
            }
            byte[] content = entry.content();
            FileFacts.Kind kind = content == null ? FileFacts.Kind.DIRECTORY : FileFacts.Kind.FILE;
            long size = content == null ? 0 : content.length;
            return Optional.of(new FileFacts(
                    kind, size, entry.access().mode(), entry.access().owner().orElse(OWNER)));
        }

        @Override
        public byte[] read(Path path) {
            return readNow(path);
        }

        private byte[] readNow(Path path) {
            Entry entry = entries.get(path);
            if (entry == null || entry.content() == null) {
                throw OperatorException.of(ExitCode.IO, "no file " + path + " on " + name);
            }
            return entry.content();
        }

        @Override
        public String sha256(Path path) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(readNow(path)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public List<String> list(Path directory) {
            return entries.keySet().stream()
                    .filter(path -> directory.equals(path.getParent()))
                    .map(path -> String.valueOf(path.getFileName()))
                    .toList();
        }

        @Override
        public void write(Path path, byte[] content, FileAccess access) {
            changes.add("write " + path + " " + access);
            entries.put(path, new Entry(content.clone(), access));
        }

        @Override
        public void upload(Path local, Path path, FileAccess access) {
            try {
                changes.add("upload " + local + " " + path + " " + access);
                entries.put(path, new Entry(Files.readAllBytes(local), access));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void makeDirectory(Path path, FileAccess access) {
            changes.add("make " + path + " " + access);
            entries.put(path, new Entry(null, access));
        }

        @Override
        public void setAccess(Path path, FileAccess access) {
            changes.add("access " + path + " " + access);
            entries.put(path, new Entry(entries.get(path).content(), access));
        }

        @Override
        public void rename(Path from, Path to) {
            changes.add("rename " + from + " " + to);
            Map<Path, Entry> moved = new TreeMap<>();
            entries.forEach((path, entry) -> {
                if (path.startsWith(from)) {
                    moved.put(to.resolve(from.relativize(path)), entry);
                }
            });
            entries.keySet().removeIf(path -> path.startsWith(from));
            entries.putAll(moved);
        }

        @Override
        public void delete(Path path) {
            changes.add("delete " + path);
            entries.keySet().removeIf(present -> present.startsWith(path));
        }
    }

    private final class FakeServices implements Services {

        @Override
        public ServiceStatus status(String service) {
            return statuses.getOrDefault(service, ServiceStatus.stopped());
        }

        @Override
        public void start(String service) {
            become("start", service, ServiceStatus.State.RUNNING);
        }

        @Override
        public void stop(String service) {
            become("stop", service, ServiceStatus.State.STOPPED);
        }

        @Override
        public void kill(String service) {
            become("kill", service, ServiceStatus.State.DEAD);
        }

        @Override
        public void pause(String service) {
            become("pause", service, ServiceStatus.State.PAUSED);
        }

        @Override
        public void resume(String service) {
            become("resume", service, ServiceStatus.State.RUNNING);
        }

        private void become(String change, String service, ServiceStatus.State state) {
            changes.add(change + " " + service);
            withService(service, state);
        }

        @Override
        public List<String> logTail(String service, int lines) {
            return logTail;
        }
    }
}
