package dev.quorate.cluster;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Keeps two consoles from changing one cluster at once. The lock is the kernel's: it ends with the console that holds it,
 * however that ends. What stands in the file only tells who it is.
 */
final class ClusterLock implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final FileChannel channel;

    /** What is done while no other console can change the cluster. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private ClusterLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Does {@code work} while no other console can.
     *
     * @param command as the operator knows it: {@code cluster up}
     * @throws OperatorException that says who holds the lock, if another does
     */
    static void during(ClusterHome home, String command, Clock clock, Work work) throws Exception {
        try (ClusterLock lock = take(home)) {
            lock.tell("%s of %s, process %d, since %s"
                    .formatted(
                            command,
                            System.getProperty("user.name"),
                            ProcessHandle.current().pid(),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            work.run();
        }
    }

    private static ClusterLock take(ClusterHome home) {
        try {
            Files.createDirectories(home.directory(), OWNER_ONLY);
            FileChannel channel = FileChannel.open(
                    home.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String holder = Files.readString(home.lock());
                channel.close();
                throw taken(home, holder.strip());
            }
            return new ClusterLock(channel);
        } catch (IOException e) {
            String what = "cannot lock %s: %s".formatted(home.lock(), e.getMessage());
            throw new OperatorException(
                    new Failure(what, "choose a directory that can be written: QUORATE_HOME=DIRECTORY", ExitCode.IO),
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static OperatorException taken(ClusterHome home, String holder) {
        return OperatorException.of(
                ExitCode.ERROR,
                "another console is changing %s: %s"
                        .formatted(home.directory().getFileName(), holder.isEmpty() ? "it has just begun" : holder),
                "wait until it ends, or end that process, then try again");
    }

    private void tell(String holder) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        channel.close();
    }
}
