package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.NewFile;
import dev.quorate.remote.ShellCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes files over SSH: each beside its place, compared with what was sent, given mode and owner, and renamed. */
final class SshFileWriter {

    private static final int CHECKSUM_DIFFERS = 70;

    /**
     * For each file {@code $1} temporary, {@code $2} path, {@code $3} mode, {@code $4} owner or nothing, {@code $5} SHA-256,
     * {@code $6} bytes, of standard input. An empty line tells of each that is written.
     */
    private static final String WRITE = """
            umask 077
            trap 'rm -f -- "$new"' EXIT
            while [ $# -gt 0 ]; do
                new=$1
                rm -rf -- "$new"
                head -c "$6" >"$new" || exit
                [ "$(sha256sum <"$new" | cut -d" " -f1)" = "$5" ] || exit %d
                [ -z "$4" ] || chown -- "$4" "$new" || exit
                chmod -- "$3" "$new" && sync -- "$new" && mv -fT -- "$new" "$2" || exit
                echo
                shift 6
            done
            """.formatted(CHECKSUM_DIFFERS);

    private final SshHost host;

    SshFileWriter(SshHost host) {
        this.host = host;
    }

    void write(List<NewFile> files) throws InterruptedException {
        List<Object> words = new ArrayList<>();
        var contents = new ByteArrayOutputStream();
        for (NewFile file : files) {
            String sum = HexFormat.of().formatHex(sha256().digest(file.content()));
            words.addAll(wanted(file.path(), file.access(), sum, file.content().length));
            contents.writeBytes(file.content());
        }
        run(files.stream().map(NewFile::path).toList(), words, new ByteArrayInputStream(contents.toByteArray()));
    }

    private static List<Object> wanted(Path path, FileAccess access, String sum, long bytes) {
        Path temporary = path.resolveSibling("." + path.getFileName() + ".quorate");
        return List.of(temporary, path, access.octal(), SshFiles.owner(access), sum, bytes);
    }

    /** Sums up {@code local} first, so it is read twice. */
    void upload(Path local, Path path, FileAccess access) throws InterruptedException {
        String sum = localSum(local);
        try (InputStream content = Files.newInputStream(local)) {
            run(List.of(path), wanted(path, access, sum, Files.size(local)), content);
        } catch (IOException e) {
            throw cannotRead(local, e);
        }
    }

    private void run(List<Path> paths, List<Object> wanted, InputStream content) throws InterruptedException {
        ShellCommand command = SshFiles.shellChange(WRITE, wanted.toArray()).within(SshFiles.LONGEST_TRANSFER);
        var written = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        int status = host.stream(command, content, new Told(written, errors));
        if (status == 0) {
            return;
        }
        Path path = paths.get(Math.min(written.size(), paths.size() - 1));
        if (status == CHECKSUM_DIFFERS) {
            throw OperatorException.of(
                    ExitCode.IO,
                    "what arrived at %s on %s is not what was sent: its SHA-256 differs".formatted(path, host.name()),
                    "run it again; if it happens again the disk or the network of the host is bad");
        }
        var result = new CommandResult(host.name(), command, status, new byte[0], errors.toByteArray());
        throw new OperatorException(FileTrouble.of("cannot write %s on %s".formatted(path, host.name()), result));
    }

    /** Keeps what a command says. */
    private record Told(ByteArrayOutputStream output, ByteArrayOutputStream errors) implements CommandOutput {
        @Override
        public void output(byte[] bytes) {
            output.writeBytes(bytes);
        }

        @Override
        public void errors(byte[] bytes) {
            errors.writeBytes(bytes);
        }
    }

    private static String localSum(Path local) {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(local), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
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
