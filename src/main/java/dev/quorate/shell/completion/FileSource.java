package dev.quorate.shell.completion;

import dev.quorate.command.Completes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Names of files, directory by directory; hidden ones once a dot is typed. Of files, those that can be what is asked for:
 * none where a directory is, and where a snapshot is, those with a snapshot's length.
 */
final class FileSource implements CompletionSource {

    private static final int MOST = 2000;

    private final Completes kind;

    FileSource(Completes kind) {
        this.kind = kind;
    }

    @Override
    public Completes kind() {
        return kind;
    }

    @Override
    public Proposals propose(String typed) {
        String directory = typed.substring(0, typed.lastIndexOf('/') + 1);
        String name = typed.substring(directory.length());
        try (Stream<Path> files = Files.list(Path.of(directory.isEmpty() ? "." : directory))) {
            return Proposals.all(files.limit(MOST)
                    .filter(file -> isMeant(file, name))
                    .map(file -> proposal(directory, file))
                    .sorted()
                    .toList());
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return Proposals.NONE;
        }
    }

    private boolean isMeant(Path file, String name) {
        String own = file.getFileName().toString();
        boolean shown = !own.startsWith(".") || name.startsWith(".");
        return shown && own.startsWith(name) && (Files.isDirectory(file) || fits(file));
    }

    private boolean fits(Path file) {
        return switch (kind) {
            case DIRECTORY -> false;
            case SNAPSHOT -> looksLikeSnapshot(file);
            default -> true;
        };
    }

    /** etcd puts 32 bytes of SHA-256 behind a database, whose length is a multiple of 512. */
    private static boolean looksLikeSnapshot(Path file) {
        try {
            return Files.size(file) % 512 == 32;
        } catch (IOException e) {
            return false;
        }
    }

    private static Proposal proposal(String directory, Path file) {
        String path = directory + file.getFileName();
        return Files.isDirectory(file) ? Proposal.part(path + "/") : Proposal.of(path);
    }
}
