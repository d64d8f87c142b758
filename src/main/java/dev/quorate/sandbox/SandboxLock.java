package dev.quorate.sandbox;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Keeps two consoles from changing the sandbox at once. The kernel lifts it from a console that was killed. */
final class SandboxLock implements AutoCloseable {

    private final FileChannel channel;

    private SandboxLock(FileChannel channel) {
        this.channel = channel;
    }

    static SandboxLock take(SandboxDirectory directory) {
        try {
            Path file = directory.lock();
            Files.createDirectories(
                    directory.root(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw OperatorException.of(
                        ExitCode.ERROR,
                        "another console is changing the sandbox at this moment",
                        "wait for it to finish, then try again");
            }
            return new SandboxLock(channel);
        } catch (IOException e) {
            String what = "cannot keep a sandbox in " + directory.root() + ": " + e;
            throw new OperatorException(
                    new Failure(what, "choose a directory that can be written: QUORATE_HOME=DIRECTORY", ExitCode.IO),
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new OperatorException(Failure.of(ExitCode.IO, "cannot unlock the sandbox: " + e.getMessage()), e);
        }
    }
}
