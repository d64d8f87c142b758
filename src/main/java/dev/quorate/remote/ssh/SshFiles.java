package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.HostFiles;
import dev.quorate.remote.ShellCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a host over SSH, by the commands every Linux has; one command for each operation. */
final class SshFiles implements HostFiles {

    private static final Duration LONGEST_TRANSFER = Duration.ofMinutes(30);
    private static final int CHECKSUM_DIFFERS = 70;

    /** {@code $1} temporary, {@code $2} path, {@code $3} mode, {@code $4} owner or nothing, {@code $5} SHA-256. */
    private static final String WRITE = """
            umask 077; rm -rf -- "$1"; trap 'rm -f -- "$1"' EXIT
            cat >"$1" || exit
            [ "$(sha256sum <"$1" | cut -d" " -f1)" = "$5" ] || exit %d
            [ -z "$4" ] || chown -- "$4" "$1" || exit
            chmod -- "$3" "$1" && sync -- "$1" && mv -fT -- "$1" "$2"
            """.formatted(CHECKSUM_DIFFERS);

    private static final String RENAME =
            "if [ -e \"$2\" ] || [ -L \"$2\" ]; then echo \"$2 is there already\" >&2; exit 1; fi; mv -T -- \"$1\" \"$2\"";
    private static final List<String> STATS = List.of("LC_ALL=C", "stat", "-c", "%F|%s|%a|%U|%G|%n", "--");
    private static final String LIST = "[ ! -d \"$1\" ] || find \"$1\" -mindepth 1 -maxdepth 1 -printf '%f\\0'";
    private static final String ACCESS = "[ -z \"$3\" ] || chown -h -- \"$3\" \"$1\" || exit; chmod -- \"$2\" \"$1\"";
    private static final String MAKE = "umask 022; mkdir -p -- \"$1\" || exit; " + ACCESS;

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
        write(path, new ByteArrayInputStream(content), HexFormat.of().formatHex(sha256().digest(content)), access);
    }

    @Override
    public void upload(Path local, Path path, FileAccess access) throws InterruptedException {
        String sum = localSum(local);
        try (InputStream content = Files.newInputStream(local)) {
            write(path, content, sum, access);
        } catch (IOException e) {
            throw cannotRead(local, e);
        }
    }

    private void write(Path path, InputStream content, String sum, FileAccess access) throws InterruptedException {
        Path temporary = path.resolveSibling("." + path.getFileName() + ".quorate");
        ShellCommand command = ShellCommand.changes(
                        "sh", "-c", WRITE, "sh", temporary, path, access.octal(), owner(access), sum)
                .within(LONGEST_TRANSFER);
        var errors = new ByteArrayOutputStream();
        int status = host.stream(command, content, new Errors(errors));
        if (status == CHECKSUM_DIFFERS) {
            throw OperatorException.of(
                    ExitCode.IO,
                    "what arrived at %s on %s is not what was sent: its SHA-256 differs".formatted(path, host.name()),
                    "run it again; if it happens again the disk or the network of the host is bad");
        }
        succeeded("write", path, new CommandResult(host.name(), command, status, new byte[0], errors.toByteArray()));
    }

    /** Keeps standard error only. */
    private record Errors(ByteArrayOutputStream kept) implements CommandOutput {
        @Override
        public void output(byte[] bytes) {}

        @Override
        public void errors(byte[] bytes) {
            kept.writeBytes(bytes);
        }
    }

    @Override
    public void makeDirectory(Path path, FileAccess access) throws InterruptedException {
        changing("make directory", path, MAKE, path, access.octal(), owner(access));
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

    private static String owner(FileAccess access) {
        return access.owner().map(FileAccess.Owner::toString).orElse("");
    }

    private CommandResult reading(String verb, Path path, String script, Object... words) throws InterruptedException {
        return succeeded(verb, path, host.run(ShellCommand.reads("sh", shell(script, words))));
    }

    private void changing(String verb, Path path, String script, Object... words) throws InterruptedException {
        succeeded(verb, path, host.run(ShellCommand.changes("sh", shell(script, words))));
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

    private static String localSum(Path local) {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(local), digest)) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw cannotRead(local, e);
        }
    }

    private static OperatorException cannotRead(Path local, IOException e) {
        return new OperatorException(Failure.of(ExitCode.IO, "cannot read %s: %s".formatted(local, e.getMessage())), e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
