package dev.quorate.inventory.file;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file that says what a cluster should be. */
public final class ClusterFile {

    /** What it is called in the directory of its cluster. */
    public static final String NAME = "cluster.yaml";

    private static final long LONGEST = 4L << 20;

    private ClusterFile() {}

    /**
     * Reads {@code file} with all its faults.
     *
     * @throws OperatorException if there is none or it cannot be read at all
     */
    public static ClusterDocument read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw OperatorException.of(
                        ExitCode.INVALID_INPUT, file + " is too long for a cluster file", "name another with --file");
            }
            return ClusterDocument.parse(file, FileText.of(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT, "there is no cluster file " + file, "write one with cluster init");
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot read " + file + ": " + e.getMessage());
        }
    }

    /**
     * What {@code file} says.
     *
     * @throws OperatorException with all its faults, if it has any
     */
    public static ClusterSpec load(Path file) {
        return read(file).spec();
    }

    /**
     * Writes {@code text} to {@code file}, whole or not at all, for its owner alone.
     *
     * @param replace whether one that is there may go; it stays beside as {@code .before}
     */
    public static void write(Path file, String text, boolean replace) {
        if (!replace && Files.exists(file)) {
            throw exists(file);
        }
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot write " + file + ": " + e.getMessage());
        }
    }

    private static OperatorException exists(Path file) {
        return OperatorException.of(
                ExitCode.INVALID_INPUT, file + " is there already", "move it away, or give --force to replace it");
    }
}
