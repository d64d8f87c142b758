package dev.quorate.session;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files only their owner may read, whole or not at all. */
final class PrivateFile {

    private PrivateFile() {}

    /** Replaces {@code file}; its directories are made as needed, for the owner alone. */
    static void write(Path file, String text) {
        Path directory = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path fresh = Files.createTempFile(directory, "." + file.getFileName(), ".new");
            try {
                writeThrough(fresh, text);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot write " + file + ": " + e.getMessage());
        }
    }

    private static void writeThrough(Path file, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
