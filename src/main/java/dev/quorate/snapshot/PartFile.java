package dev.quorate.snapshot;

import dev.quorate.etcd.Maintenance;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.snapshot.bolt.BoltDatabase;
import dev.quorate.snapshot.bolt.DamagedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A snapshot on its way into a file: {@code FILE.part}, for its owner alone, which becomes {@code FILE} when it is whole and
 * on the disk, and is gone when it does not.
 */
final class PartFile implements Maintenance.SnapshotSink, AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<StandardOpenOption> FRESH =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private TrailingDigest digest = new TrailingDigest();
    private boolean finished;

    private PartFile(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    /** Begins the part beside {@code file}; one that nobody writes any more is thrown away. */
    static PartFile beside(Path file) {
        if (Files.isDirectory(file)) {
            throw OperatorException.of(ExitCode.IO, file + " is a directory", "name a file within it");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            removeLeftover(part);
            return locked(file, part);
        } catch (IOException e) {
            throw SnapshotFaults.unwritable(part, e);
        }
    }

    /** An interruption while it waits for the lock leaves nothing either. */
    private static PartFile locked(Path file, Path part) throws IOException {
        FileChannel channel = FileChannel.open(part, FRESH, PRIVATE);
        try {
            channel.lock();
            return new PartFile(file, part, channel);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private static void removeLeftover(Path part) throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (FileChannel leftover = FileChannel.open(part, StandardOpenOption.WRITE)) {
            if (leftover.tryLock() == null) {
                throw inUse(part);
            }
            Files.deleteIfExists(part);
        } catch (OverlappingFileLockException e) {
            throw inUse(part);
        }
    }

    private static OperatorException inUse(Path part) {
        return OperatorException.of(
                ExitCode.IO,
                part + " is being written by another snapshot save",
                "wait for it, or choose another name");
    }

    @Override
    public void accept(ByteBuffer bytes, long remaining) throws IOException {
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Begins again. */
    void clear() {
        try {
            channel.truncate(0);
            channel.position(0);
            digest = new TrailingDigest();
        } catch (IOException e) {
            throw SnapshotFaults.unwritable(part, e);
        }
    }

    /**
     * Gives the file its name, if it is whole.
     *
     * @return the SHA-256 of the database in hexadecimal
     */
    String finish() {
        try {
            TrailingDigest.Result result = digest.end();
            requireWhole(result);
            channel.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            finished = true;
            synchronizeDirectory();
            return result.sha256();
        } catch (DamagedException e) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "what came " + e.what(),
                    "nothing was saved, and what had that name before is as it was: try again, or another endpoint");
        } catch (IOException e) {
            throw SnapshotFaults.unwritable(file, e);
        }
    }

    private void requireWhole(TrailingDigest.Result result) throws IOException, DamagedException {
        if (!TrailingDigest.within(size())) {
            throw new DamagedException("is no whole snapshot: " + size() + " bytes without a SHA-256 at their end");
        }
        if (!result.right()) {
            throw new DamagedException("was changed on the way: its SHA-256 is not the one etcd sent");
        }
        try (BoltDatabase database = BoltDatabase.open(part)) {
            if (database.size() + TrailingDigest.LENGTH != size()) {
                throw new DamagedException("has " + size() + " bytes, its database " + database.size());
            }
        }
    }

    Path path() {
        return part;
    }

    /** Bytes so far. */
    long size() {
        return digest.passed();
    }

    /** Without this a power cut could take the name away again. */
    private void synchronizeDirectory() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /** Removes the part, unless it became the file. */
    @Override
    public void close() {
        try (channel) {
            if (!finished) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw SnapshotFaults.unwritable(part, e);
        }
    }
}
