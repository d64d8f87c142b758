package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A folder whose files change in transactions, each remembered in its index. */
final class StoreFolder {

    private static final String LOCK = ".lock";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;
    private final StoreVersions versions;
    private final Clock clock;
    private final ReentrantLock threads = new ReentrantLock();
    private volatile @Nullable StoreIndex index;

    StoreFolder(Path directory, Clock clock) {
        this.directory = directory;
        this.versions = new StoreVersions(directory);
        this.clock = clock;
    }

    Path directory() {
        return directory;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    Clock clock() {
        return clock;
    }

    /** The time, as it may stand in the name of a parked file. */
    String stamp() {
        return STAMP.format(clock.instant());
    }

    IndexEntry entry(IndexEntry.Event event, String name) {
        return IndexEntry.of(clock.instant(), event, name);
    }

    /** Everything that happened, oldest first. What an interrupted change left is tidied before. */
    List<IndexEntry> entries() {
        try {
            if (!isThere()) {
                return List.of();
            }
            StoreIndex known = index;
            if (known == null || known.isOutdated()) {
                if (versions.isInterrupted()) {
                    locked(versions::tidy);
                }
                known = StoreIndex.read(directory);
                index = known;
            }
            return known.entries();
        } catch (IOException e) {
            throw StoreFailures.of("read", directory, e);
        }
    }

    /** A folder that may not be looked at is not one that is missing. */
    private boolean isThere() throws IOException {
        try {
            Files.readAttributes(directory, BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @FunctionalInterface
    interface Writing {
        void into(StoreTransaction transaction) throws IOException;
    }

    @FunctionalInterface
    private interface Locked {
        void run() throws IOException;
    }

    void write(List<IndexEntry> entries, Writing writing) {
        try {
            FolderFiles.createDirectory(directory);
            locked(() -> {
                versions.tidy();
                FileOwners owners = owners();
                entries.forEach(owners::require);
                StoreTransaction transaction = StoreTransaction.begin(versions, stamp());
                writing.into(transaction);
                transaction.commit(entries.stream().map(StoreIndex::format).toList());
            });
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw new OperatorException(interrupted("writing").failure(), e);
        } catch (IOException e) {
            throw StoreFailures.of("write", directory, e);
        }
    }

    /** Who has which file, as the index on the disk says. */
    FileOwners owners() {
        try {
            return new FileOwners(directory, StoreIndex.read(directory).entries());
        } catch (IOException e) {
            throw StoreFailures.of("read", directory, e);
        }
    }

    /** Steps of a plan share a store, so threads wait for each other here; other programs at the file. */
    private void locked(Locked work) throws IOException {
        try {
            threads.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException(interrupted("waiting to write").failure(), e);
        }
        try {
            withFileLocked(work);
        } finally {
            threads.unlock();
        }
    }

    private OperatorException interrupted(String doing) {
        return OperatorException.of(
                ExitCode.INTERRUPTED,
                "interrupted while " + doing + " to " + directory,
                "all of the change was made or nothing of it: see pki list");
    }

    private void withFileLocked(Locked work) throws IOException {
        try (FileChannel channel = FileChannel.open(file(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            work.run();
        } catch (FileLockInterruptionException e) {
            throw new OperatorException(interrupted("waiting to write").failure(), e);
        } catch (OverlappingFileLockException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.ERROR, "another command is writing to " + directory)
                            .failure(),
                    e);
        }
    }
}
