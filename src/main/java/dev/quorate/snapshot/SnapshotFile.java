package dev.quorate.snapshot;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.snapshot.bolt.BoltDatabase;
import dev.quorate.snapshot.bolt.DamagedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A snapshot on this machine. */
record SnapshotFile(Path path) {

    private static final int BUFFER_BYTES = 1 << 18;

    /** What a full reading of it came to. */
    record Inspection(SnapshotStatus status, long pages, Optional<EtcdVersion> clusterVersion) {}

    /** The file called {@code word}, which must be there. */
    static SnapshotFile existing(String word) {
        Path path = Path.of(word);
        if (!Files.exists(path)) {
            throw OperatorException.of(
                    ExitCode.ERROR, "there is no file " + word, "name a file that snapshot save wrote");
        }
        if (Files.isDirectory(path)) {
            throw OperatorException.of(
                    ExitCode.ERROR, word + " is a directory", "name a file that snapshot save wrote");
        }
        return new SnapshotFile(path);
    }

    /** Reads all of it, checking that its pages hang together; the digest at its end is left alone. */
    Inspection inspect() {
        try (BoltDatabase database = BoltDatabase.open(path)) {
            Contents contents = new Contents();
            database.walk(contents);
            return new Inspection(
                    contents.status(database.size()),
                    database.pages(),
                    contents.clusterVersion().flatMap(EtcdVersion::parse));
        } catch (DamagedException e) {
            throw SnapshotFaults.damaged(path, e);
        } catch (IOException e) {
            throw SnapshotFaults.unreadable(path, e);
        }
    }

    /** The SHA-256 of the database in hexadecimal, which the one at the file's end must be. */
    String checkedDigest() {
        try {
            TrailingDigest.Result result = digest();
            if (!TrailingDigest.within(Files.size(path))) {
                throw new DamagedException("has no SHA-256 at its end, as a copy from a data directory has none");
            }
            if (!result.right()) {
                throw new DamagedException("was changed after it was saved: its SHA-256 is " + result.sha256()
                        + ", which is not the one at its end");
            }
            return result.sha256();
        } catch (DamagedException e) {
            throw SnapshotFaults.damaged(path, e);
        } catch (IOException e) {
            throw SnapshotFaults.unreadable(path, e);
        }
    }

    private TrailingDigest.Result digest() throws IOException {
        TrailingDigest digest = new TrailingDigest();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return digest.end();
    }
}
