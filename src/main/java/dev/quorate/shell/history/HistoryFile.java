package dev.quorate.shell.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The history of one cluster, oldest line first. Each line is appended in one write, so consoles side by side may share the
 * file; only its owner may read it.
 */
public final class HistoryFile {

    private static final int KEPT = 5000;

    /** How far the file may outgrow {@link #KEPT} before it is cut, so that not every start writes it anew. */
    private static final int SLACK = 1000;

    private final Path path;

    public HistoryFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** The lines kept; none where there is no file yet. */
    public List<HistoryEntry> read() {
        if (!Files.isRegularFile(path)) {
            return List.of();
        }
        List<HistoryEntry> entries = readAll();
        if (entries.size() <= KEPT + SLACK) {
            return entries;
        }
        List<HistoryEntry> kept = entries.subList(entries.size() - KEPT, entries.size());
        rewrite(kept);
        return List.copyOf(kept);
    }

    private List<HistoryEntry> readAll() {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var channel = Files.newByteChannel(path);
                var reader = new BufferedReader(Channels.newReader(channel, decoder, -1));
                Stream<String> lines = reader.lines()) {
            return lines.map(HistoryEntry::parse).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void append(HistoryEntry entry) {
        try {
            write(path, entry.format() + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewrite(List<HistoryEntry> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.format()).append('\n'));
        Path fresh = path.resolveSibling("." + path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            write(fresh, text.toString(), StandardOpenOption.WRITE);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text, StandardOpenOption how) throws IOException {
        Files.createDirectories(
                file.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE, how),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
