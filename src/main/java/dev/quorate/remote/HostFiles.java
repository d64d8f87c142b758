package dev.quorate.remote;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a host. Paths are absolute. Failures name host and path.
 */
public interface HostFiles {

    /** What is at {@code path}, links not followed; empty where nothing is. */
    Optional<FileFacts> stat(Path path) throws InterruptedException;

    /** What is at each of {@code paths}, links not followed; those where nothing is are left out. One question to the host. */
    default Map<Path, FileFacts> stats(Collection<Path> paths) throws InterruptedException {
        Map<Path, FileFacts> found = new LinkedHashMap<>();
        for (Path path : paths) {
            stat(path).ifPresent(facts -> found.put(path, facts));
        }
        return found;
    }

    /** The SHA-256 of each of {@code paths}, which must be files; as {@link #sha256}, by one question to the host. */
    default Map<Path, String> sha256s(Collection<Path> paths) throws InterruptedException {
        Map<Path, String> sums = new LinkedHashMap<>();
        for (Path path : paths) {
            sums.put(path, sha256(path));
        }
        return sums;
    }

    /** The whole of a file, which must exist. Not for large ones. */
    byte[] read(Path path) throws InterruptedException;

    /** What {@link #stat} and {@link #read} tell, by one question to the host; empty where nothing is. Not for large files. */
    default Optional<PresentFile> present(Path path) throws InterruptedException {
        Optional<FileFacts> facts = stat(path);
        return facts.isPresent() ? Optional.of(new PresentFile(facts.get(), read(path))) : Optional.empty();
    }

    /** The SHA-256 of a file, which must exist, in lower-case hexadecimal. */
    String sha256(Path path) throws InterruptedException;

    /** The names in a directory, sorted; empty where there is no such directory. */
    List<String> list(Path directory) throws InterruptedException;

    /**
     * Makes {@code path} have this content: a temporary file beside it, given mode and owner, synchronised and renamed, so
     * that a reader sees the old file or the new one, and nobody without the right ever sees a secret.
     */
    void write(Path path, byte[] content, FileAccess access) throws InterruptedException;

    /** As {@link #write} for each, in their order, by one command; the first failure ends it. */
    default void writeAll(List<NewFile> files) throws InterruptedException {
        for (NewFile file : files) {
            write(file.path(), file.content(), file.access());
        }
    }

    /**
     * As {@link #write}, with the content of a file of the operator's machine, of any size, its SHA-256 compared on arrival.
     */
    void upload(Path local, Path path, FileAccess access) throws InterruptedException;

    /** Makes a directory, and its parents, have this access; parents that exist stay as they are. */
    void makeDirectory(Path path, FileAccess access) throws InterruptedException;

    /** As {@link #makeDirectory} for each, in their order, by one command; the first failure ends it. */
    default void makeDirectories(Map<Path, FileAccess> directories) throws InterruptedException {
        for (Map.Entry<Path, FileAccess> directory : directories.entrySet()) {
            makeDirectory(directory.getKey(), directory.getValue());
        }
    }

    /** Gives what is there another mode and owner. */
    void setAccess(Path path, FileAccess access) throws InterruptedException;

    /** Renames within a file system; nothing may be at {@code to}. */
    void rename(Path from, Path to) throws InterruptedException;

    /** Deletes a file or a whole directory; fine where nothing is. */
    void delete(Path path) throws InterruptedException;
}
