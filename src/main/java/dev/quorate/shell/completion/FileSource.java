package dev.quorate.shell.completion;

import dev.quorate.command.Completes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Names of files, directory by directory; hidden ones once a dot is typed. */
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
        return shown && own.startsWith(name) && (kind == Completes.FILE || Files.isDirectory(file));
    }

    private static Proposal proposal(String directory, Path file) {
        String path = directory + file.getFileName();
        return Files.isDirectory(file) ? Proposal.part(path + "/") : Proposal.of(path);
    }
}
