package dev.quorate.remote.ssh;

import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.HostFiles;
import dev.quorate.remote.NewFile;
import dev.quorate.remote.PresentFile;
import dev.quorate.remote.ShellCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a host over SSH, by the commands every Linux has; one command for each operation. */
final class SshFiles implements HostFiles {

    static final Duration LONGEST_TRANSFER = Duration.ofMinutes(30);

    private static final String RENAME =
            "if [ -e \"$2\" ] || [ -L \"$2\" ]; then echo \"$2 is there already\" >&2; exit 1; fi; mv -T -- \"$1\" \"$2\"";
    private static final List<String> STATS = List.of("LC_ALL=C", "stat", "-c", "%F|%s|%a|%U|%G|%n", "--");
    private static final String LIST = "[ ! -d \"$1\" ] || find \"$1\" -mindepth 1 -maxdepth 1 -printf '%f\\0'";
    private static final String ACCESS = "[ -z \"$3\" ] || chown -h -- \"$3\" \"$1\" || exit; chmod -- \"$2\" \"$1\"";

    /** For each directory its path, mode, and owner or nothing. */
    private static final String MAKE = """
            umask 022
            while [ $# -gt 0 ]; do
                mkdir -p -- "$1" || exit
                [ -z "$3" ] || chown -h -- "$3" "$1" || exit
                chmod -- "$2" "$1" || exit
                shift 3
            done
            """;

    /** The facts on the first line, then the content. */
    private static final String PRESENT = "LC_ALL=C stat -c '%F|%s|%a|%U|%G|%n' -- \"$1\" && cat -- \"$1\"";

    private final SshHost host;

    SshFiles(SshHost host) {
        this.host = host;
    }

    @Override
    public Optional<FileFacts> stat(Path path) throws InterruptedException {
        return Optional.ofNullable(stats(List.of(path)).get(path));
    }

    @Override
    public Map<Path, FileFacts> stats(Collection<Path> paths) throws InterruptedException {
        if (paths.isEmpty()) {
            return Map.of();
        }
        CommandResult result = host.run(ShellCommand.reads("env", words(STATS, paths)));
        if (!result.succeeded() && !result.errorText().lines().allMatch(SshFiles::isAbsence)) {
            succeeded("look at", paths.iterator().next(), result);
        }
        Map<Path, FileFacts> found = new LinkedHashMap<>();
        result.text().lines().forEach(line -> {
            String[] parts = line.split("\\|", 6);
            found.put(Path.of(parts[5]), facts(parts));
        });
        return found;
    }

    private static FileFacts facts(String[] parts) {
        FileAccess.Owner owner = new FileAccess.Owner(parts[3], parts[4]);
        return new FileFacts(kind(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2], 8), owner);
    }

    private static boolean isAbsence(String errors) {
        return errors.contains("No such file or directory") || errors.contains("Not a directory");
    }

    private static FileFacts.Kind kind(String words) {
        return switch (words) {
            case "regular file", "regular empty file" -> FileFacts.Kind.FILE;
            case "directory" -> FileFacts.Kind.DIRECTORY;
            case "symbolic link" -> FileFacts.Kind.LINK;
            default -> FileFacts.Kind.OTHER;
        };
    }

    @Override
    public byte[] read(Path path) throws InterruptedException {
        return succeeded("read", path, host.run(ShellCommand.reads("cat", "--", path)))
                .output();
    }

    @Override
    public Optional<PresentFile> present(Path path) throws InterruptedException {
        CommandResult result = host.run(ShellCommand.reads("sh", shell(PRESENT, path)));
        if (!result.succeeded() && result.errorText().lines().allMatch(SshFiles::isAbsence)) {
            return Optional.empty();
        }
        byte[] output = succeeded("read", path, result).output();
        int line = 0;
        while (output[line] != '\n') {
            line++;
        }
        String[] parts = new String(output, 0, line, StandardCharsets.UTF_8).split("\\|", 6);
        return Optional.of(new PresentFile(facts(parts), Arrays.copyOfRange(output, line + 1, output.length)));
    }

    @Override
    public String sha256(Path path) throws InterruptedException {
        ShellCommand command =
                ShellCommand.reads("sh", "-c", "sha256sum <\"$1\"", "sh", path).within(LONGEST_TRANSFER);
        return succeeded("read", path, host.run(command)).text().split(" ", 2)[0];
    }

    @Override
    public Map<Path, String> sha256s(Collection<Path> paths) throws InterruptedException {
        if (paths.isEmpty()) {
            return Map.of();
        }
        ShellCommand command =
                ShellCommand.reads("sha256sum", words(List.of("--"), paths)).within(LONGEST_TRANSFER);
        Map<Path, String> sums = new LinkedHashMap<>();
        for (String line : succeeded("read", paths.iterator().next(), host.run(command))
                .text()
                .lines()
                .toList()) {
            String[] parts = line.split("  ", 2);
            sums.put(Path.of(parts[1]), parts[0]);
        }
        return sums;
    }

    private static Object[] words(List<String> first, Collection<Path> paths) {
        return Stream.concat(first.stream(), paths.stream()).toArray();
    }

    @Override
    public List<String> list(Path directory) throws InterruptedException {
        String names = reading("list", directory, LIST, directory).text();
        return Stream.of(names.split("\0"))
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }

    @Override
    public void write(Path path, byte[] content, FileAccess access) throws InterruptedException {
        writeAll(List.of(new NewFile(path, content, access)));
    }

    @Override
    public void writeAll(List<NewFile> files) throws InterruptedException {
        if (!files.isEmpty()) {
            new SshFileWriter(host).write(files);
        }
    }

    @Override
    public void upload(Path local, Path path, FileAccess access) throws InterruptedException {
        new SshFileWriter(host).upload(local, path, access);
    }

    @Override
    public void makeDirectory(Path path, FileAccess access) throws InterruptedException {
        makeDirectories(Map.of(path, access));
    }

    @Override
    public void makeDirectories(Map<Path, FileAccess> directories) throws InterruptedException {
        List<Object> words = new ArrayList<>();
        directories.forEach((path, access) -> words.addAll(List.of(path, access.octal(), owner(access))));
        for (Path first : directories.keySet()) {
            changing("make directory", first, MAKE, words.toArray());
            return;
        }
    }

    @Override
    public void setAccess(Path path, FileAccess access) throws InterruptedException {
        changing("change the access of", path, ACCESS, path, access.octal(), owner(access));
    }

    @Override
    public void rename(Path from, Path to) throws InterruptedException {
        changing("rename", from, RENAME, from, to);
    }

    @Override
    public void delete(Path path) throws InterruptedException {
        changing("delete", path, "rm -rf -- \"$1\"", path);
    }

    static String owner(FileAccess access) {
        return access.owner().map(FileAccess.Owner::toString).orElse("");
    }

    private CommandResult reading(String verb, Path path, String script, Object... words) throws InterruptedException {
        return succeeded(verb, path, host.run(ShellCommand.reads("sh", shell(script, words))));
    }

    private void changing(String verb, Path path, String script, Object... words) throws InterruptedException {
        succeeded(verb, path, host.run(shellChange(script, words)));
    }

    static ShellCommand shellChange(String script, Object... words) {
        return ShellCommand.changes("sh", shell(script, words));
    }

    private static Object[] shell(String script, Object... words) {
        return Stream.concat(Stream.of("-c", script, "sh"), Arrays.stream(words))
                .toArray();
    }

    private CommandResult succeeded(String verb, Path path, CommandResult result) {
        if (result.succeeded()) {
            return result;
        }
        throw new OperatorException(FileTrouble.of("cannot %s %s on %s".formatted(verb, path, host.name()), result));
    }
}
