package dev.quorate.audit;

import dev.quorate.output.JsonRenderer;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Appends entries to a file only its owner may read; each is one write, so that consoles side by side do not mix. */
public final class AuditLog implements AutoCloseable {

    private final Path file;
    private @Nullable OutputStream out;

    public AuditLog(Path file) {
        this.file = file;
    }

    /** @throws IOException if it cannot be kept; the command was run all the same */
    public synchronized void record(AuditEntry entry) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new JsonRenderer(line::writeBytes, false).write(entry.tree());
        line.write('\n');
        open().write(line.toByteArray());
    }

    /** A plain stream, not a channel: a command that was interrupted is recorded too. */
    private OutputStream open() throws IOException {
        if (out == null) {
            createPrivately();
            out = new FileOutputStream(file.toFile(), true);
        }
        return out;
    }

    private void createPrivately() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent(), permissions("rwx------"));
        try {
            Files.createFile(file, permissions("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // Another console was quicker, and made it the same way.
            return;
        }
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    @Override
    public synchronized void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
