package dev.quorate.pki;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Files and folders as a PKI needs them: private from the first byte, flushed, replaced at once, parked and never lost. */
final class FolderFiles {

    static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");

    private static final int MOST_FLUSHES = 4;
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private FolderFiles() {}

    static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        }
    }

    /** Writes a new file and flushes it. */
    static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        draft(file, content, permissions);
        flush(file);
    }

    /** Writes a new file that somebody flushes later, with others. */
    static void draft(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(PRIVATE))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
        if (!permissions.equals(PRIVATE)) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** Makes {@code link} a link to {@code target} at once, whatever it was. */
    static void relink(Path link, Path target) throws IOException {
        Path next = link.resolveSibling("." + link.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, target);
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A second name for {@code file} in {@code directory}: {@code name} and the time, so that what takes the first name loses
     * nothing. An interrupted run may have made it already.
     */
    static void park(Path file, Path directory, String name, String stamp) throws IOException {
        String wanted = name + "." + stamp;
        for (int count = 1; count < Integer.MAX_VALUE; count++) {
            Path parked = directory.resolve(count == 1 ? wanted : wanted + "-" + count);
            if (!Files.exists(parked, LinkOption.NOFOLLOW_LINKS)) {
                Files.createLink(parked, file);
                return;
            }
            if (Files.isSameFile(parked, file)) {
                return;
            }
        }
    }

    /** Waits until a file, or the names in a folder, are on the disk. */
    static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Flushes all of {@code paths}. At once, for a file system takes many into one commit of its journal: twenty take no
     * longer than two, one after the other ten times as long.
     */
    static void flushAll(List<Path> paths) throws IOException {
        int threads = Math.clamp(paths.size(), 1, MOST_FLUSHES);
        ThreadFactory factory = Thread.ofPlatform().name("flush-", 1).factory();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads, factory)) {
            for (Future<Void> flushed :
                    executor.invokeAll(paths.stream().map(FolderFiles::flushing).toList())) {
                flushed.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Callable<Void> flushing(Path path) {
        return () -> {
            flush(path);
            return null;
        };
    }

    /** What is in {@code directory}, in the order of the names. */
    static List<Path> list(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    /** Those of {@link #list} that do not begin with a dot. */
    static List<Path> listVisible(Path directory) throws IOException {
        return list(directory).stream().filter(file -> !isHidden(file)).toList();
    }

    static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    /** Deletes a folder of files. */
    static void deleteFolder(Path folder) throws IOException {
        for (Path file : list(folder)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
