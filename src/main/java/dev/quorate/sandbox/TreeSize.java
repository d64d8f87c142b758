package dev.quorate.sandbox;

import dev.quorate.remote.FileFacts;
import dev.quorate.remote.HostFiles;
import java.nio.file.Path;
import java.util.Optional;

/** How much a directory holds. */
final class TreeSize {

    private TreeSize() {}

    /** The bytes of all files below {@code path}; 0 where nothing is. */
    static long of(HostFiles files, Path path) throws InterruptedException {
        Optional<FileFacts> facts = files.stat(path);
        if (facts.isEmpty() || !facts.get().isDirectory()) {
            return facts.map(FileFacts::size).orElse(0L);
        }
        long size = 0;
        for (String name : files.list(path)) {
            size += of(files, path.resolve(name));
        }
        return size;
    }
}
