package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The host keys an operator has accepted, as OpenSSH keeps them ({@code sshd(8)}, SSH_KNOWN_HOSTS FILE FORMAT): plain,
 * {@code [host]:port}, patterns, hashed, {@code @revoked}. Authorities of host certificates are passed over.
 *
 * <p>A key is changed when there are entries for the host and none of them is this one, whatever its type: the server is asked
 * for a key of a known type first, so one of another type means that it has none of those any more.
 */
final class KnownHosts {

    private final List<Path> files;

    /** @param files the one to write first; those that do not exist are empty */
    KnownHosts(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** What the files say of a key. */
    sealed interface Verdict {
        record Known() implements Verdict {}

        record Unknown() implements Verdict {}

        /** @param line counted from 1 */
        record Changed(Path file, int line) implements Verdict {}

        /** @param line counted from 1 */
        record Revoked(Path file, int line) implements Verdict {}
    }

    /** @param place {@code host} or {@code [host]:port} */
    Verdict judge(String place, HostKey key) {
        List<KnownHostEntry> entries = entriesFor(place);
        Optional<KnownHostEntry> revoked = entries.stream()
                .filter(entry -> entry.revoked() && entry.key().equals(key))
                .findFirst();
        if (revoked.isPresent()) {
            return new Verdict.Revoked(revoked.get().file(), revoked.get().line());
        }
        List<KnownHostEntry> trusted =
                entries.stream().filter(entry -> !entry.revoked()).toList();
        if (trusted.stream().anyMatch(entry -> entry.key().equals(key))) {
            return new Verdict.Known();
        }
        return trusted.stream()
                .min(Comparator.comparing(entry -> !entry.key().type().equals(key.type())))
                .<Verdict>map(entry -> new Verdict.Changed(entry.file(), entry.line()))
                .orElseGet(Verdict.Unknown::new);
    }

    /** The algorithms a server should be asked to prove itself with, since their keys are known; empty where none is. */
    List<String> algorithms(String place) {
        Set<String> algorithms = new LinkedHashSet<>();
        for (KnownHostEntry entry : entriesFor(place)) {
            if (entry.key().type().equals("ssh-rsa")) {
                algorithms.addAll(List.of("rsa-sha2-512", "rsa-sha2-256"));
            }
            algorithms.add(entry.key().type());
        }
        return List.copyOf(algorithms);
    }

    /** Remembers a key in the first file, which is made if need be. Hosts that are met at the same time do so at the same time. */
    void add(String place, HostKey key) {
        Path file = files.getFirst();
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            append(file, separator(file) + place + " " + key.text() + "\n");
        } catch (IOException e) {
            throw new OperatorException(
                    Failure.of(
                            ExitCode.IO,
                            "cannot remember the host key of %s in %s: %s".formatted(place, file, e.getMessage())),
                    e);
        }
    }

    private static void append(Path file, String line) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        FileAttribute<?> own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (SeekableByteChannel channel = Files.newByteChannel(file, options, own)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A last line without an end gets one first. */
    private static String separator(Path file) throws IOException {
        String content = Files.exists(file) ? Files.readString(file) : "";
        return content.isEmpty() || content.endsWith("\n") ? "" : "\n";
    }

    private List<KnownHostEntry> entriesFor(String place) {
        List<KnownHostEntry> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            for (int index = 0; index < lines.size(); index++) {
                KnownHostEntry.of(lines.get(index), file, index + 1)
                        .filter(entry -> entry.isFor(place))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }
}
