package dev.quorate.provision.step;

import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is at some places of a host, by two questions however many they are. */
record PresentFiles(Map<Path, FileFacts> facts, Map<Path, String> sums) {

    static PresentFiles of(Host host, List<Path> paths) throws InterruptedException {
        Map<Path, FileFacts> facts = host.files().stats(paths);
        List<Path> files =
                paths.stream().filter(path -> isFile(facts.get(path))).toList();
        return new PresentFiles(facts, host.files().sha256s(files));
    }

    private static boolean isFile(@Nullable FileFacts facts) {
        return facts != null && facts.isFile();
    }

    /** Whether a file of that content is at {@code path}. */
    boolean has(Path path, String sha256) {
        return sha256.equals(sums.get(path));
    }

    /** Whether a file of that content is at {@code path}, and only those have access who shall. */
    boolean has(Path path, FileAccess access, String sha256) {
        FileFacts present = facts.get(path);
        return present != null && access.heldBy(present) && sha256.equals(sums.get(path));
    }
}
