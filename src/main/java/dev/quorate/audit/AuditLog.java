package dev.quorate.audit;

import dev.quorate.output.JsonRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Appends entries to a file only its owner may read; each is one write, so that consoles side by side do not mix. */
public final class AuditLog implements AutoCloseable {

    private final Path file;
    private @Nullable FileChannel channel;

    public AuditLog(Path file) {
        this.file = file;
    }

    /** @throws IOException if it cannot be kept; the command was run all the same */
    public synchronized void record(AuditEntry entry) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new JsonRenderer(line::writeBytes, false).write(entry.tree());
        line.write('\n');
        open().write(ByteBuffer.wrap(line.toByteArray()));
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            Files.createDirectories(
                    file.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return channel;
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
