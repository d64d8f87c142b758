package dev.quorate.pki;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Files of one folder that change together, whatever instant the program or the machine dies at.
 *
 * <p>A certificate and its key are two files, and no file system renames two at once. So everything is written and flushed
 * into a staging folder first; renaming that folder to its {@code .pending} name is the one instant of commitment. After
 * it the files move into place one by one, and whoever opens the store next finishes the move: {@link #recover}. Before it
 * nothing has happened. What is replaced stays beside, under its name and the time.
 */
final class StoreTransaction {

    static final String STAGING = ".staging-";
    static final String PENDING = ".pending-";
    private static final String INDEX_LINES = ".index-lines";
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final Path directory;
    private final String stamp;
    private final Path staging;

    private StoreTransaction(Path directory, String stamp) {
        this.directory = directory;
        this.stamp = stamp;
        this.staging = directory.resolve(STAGING + stamp);
    }

    /** @param stamp the time, as it may stand in a file name */
    static StoreTransaction begin(Path directory, String stamp) throws IOException {
        createDirectory(directory);
        StoreTransaction transaction = new StoreTransaction(directory, stamp);
        createDirectory(transaction.staging);
        return transaction;
    }

    static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        }
    }

    void putPrivate(String name, byte[] content) throws IOException {
        write(staging.resolve(name), content, PRIVATE);
    }

    void putPublic(String name, byte[] content) throws IOException {
        write(staging.resolve(name), content, PUBLIC);
    }

    void commit(List<String> indexLines) throws IOException {
        if (!indexLines.isEmpty()) {
            String lines = String.join("\n", indexLines) + "\n";
            putPublic(INDEX_LINES, lines.getBytes(StandardCharsets.UTF_8));
        }
        flush(staging);
        Path pending = directory.resolve(PENDING + stamp);
        Files.move(staging, pending, StandardCopyOption.ATOMIC_MOVE);
        flush(directory);
        finish(directory, pending);
    }

    /** Drops what was never committed and finishes what was. Safe to die in, too. */
    static void recover(Path directory) throws IOException {
        for (Path abandoned : list(directory, STAGING + "*")) {
            deleteTree(abandoned);
        }
        for (Path pending : list(directory, PENDING + "*")) {
            finish(directory, pending);
        }
    }

    /** Whether a change was cut short here. */
    static boolean isInterrupted(Path directory) throws IOException {
        return !list(directory, "{" + STAGING + "," + PENDING + "}*").isEmpty();
    }

    private static void finish(Path directory, Path pending) throws IOException {
        String stamp = pending.getFileName().toString().substring(PENDING.length());
        for (Path file : list(pending, "[!.]*")) {
            Path target = directory.resolve(file.getFileName());
            park(target, stamp);
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Path lines = pending.resolve(INDEX_LINES);
        if (Files.exists(lines)) {
            StoreIndex.append(directory, Files.readString(lines));
        }
        flush(directory);
        deleteTree(pending);
    }

    /** A second link to the old file, so that its own name is never missing. An interrupted run may have made it already. */
    private static void park(Path target, String stamp) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        String name = target.getFileName() + "." + stamp;
        for (int count = 1; count < Integer.MAX_VALUE; count++) {
            Path parked = target.resolveSibling(count == 1 ? name : name + "-" + count);
            if (!Files.exists(parked)) {
                Files.createLink(parked, target);
                return;
            }
            if (Files.isSameFile(parked, target)) {
                return;
            }
        }
    }

    /** Replaces one file at once. */
    static void replace(Path target, byte[] content, boolean secret) throws IOException {
        Path temporary = target.resolveSibling("." + target.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        write(temporary, content, secret ? PRIVATE : PUBLIC);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(PRIVATE))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            Files.setPosixFilePermissions(file, permissions);
            channel.force(true);
        }
    }

    private static void flush(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> list(Path directory, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            entries.forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    private static void deleteTree(Path staged) throws IOException {
        for (Path file : list(staged, "*")) {
            Files.delete(file);
        }
        Files.delete(staged);
    }
}
