package dev.quorate.inventory.file;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cluster files the console keeps: one in the directory of each cluster.
 *
 * @param directory that of all clusters
 */
public record ClusterFiles(Path directory) {

    /** The file of the cluster called {@code name}, whether there is one or not. */
    public Path of(String name) {
        if (name.isEmpty() || name.startsWith(".") || name.contains("/")) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "\"" + name + "\" cannot name a cluster",
                    "use letters, digits, '.', '_' and '-'; a file is named with --file");
        }
        return directory.resolve(name).resolve(ClusterFile.NAME);
    }

    public boolean has(String name) {
        return Files.isRegularFile(of(name));
    }

    /** The clusters that have a file, sorted. */
    public List<String> names() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(directory)) {
            return directories
                    .filter(each -> Files.isRegularFile(each.resolve(ClusterFile.NAME)))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot read " + directory + ": " + e.getMessage());
        }
    }

    /** The file of the cluster {@code inUse}, else the only one there is. */
    public Optional<Path> meant(Optional<String> inUse) {
        Optional<Path> current = inUse.filter(this::has).map(this::of);
        if (current.isPresent()) {
            return current;
        }
        List<String> all = names();
        return all.size() == 1 ? Optional.of(of(all.getFirst())) : Optional.empty();
    }
}
