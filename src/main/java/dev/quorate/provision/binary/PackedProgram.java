package dev.quorate.provision.binary;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A program on the operator's machine that goes to several hosts. It is read and packed once, and the packed form kept for
 * the next time: etcd shrinks to less than half, and what is sent to each host is encrypted for each anew.
 */
public final class PackedProgram {

    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final int MACHINE = 18;

    private final Path file;
    private final Path cache;
    private byte @Nullable [] content;
    private byte @Nullable [] packed;
    private @Nullable String sha256;

    /** @param cache directory for packed programs */
    public PackedProgram(Path file, Path cache) {
        this.file = file;
        this.cache = cache;
    }

    public Path file() {
        return file;
    }

    /** Of the program as it will be on a host. */
    public synchronized String sha256() {
        if (sha256 == null) {
            sha256 = attempt("read " + file, () -> new KnownSums(cache).sumOf(file, () -> digest(content())));
        }
        return sha256;
    }

    /** The program as gzip has it. */
    public synchronized byte[] packed() {
        if (packed == null) {
            packed = fromCache().orElseGet(this::pack);
        }
        return packed;
    }

    /** The architecture it is for, as etcd's releases name it; empty where it is no program of Linux. */
    public synchronized Optional<String> architecture() {
        byte[] bytes = attempt("read " + file, this::head);
        if (bytes.length <= MACHINE || !Arrays.equals(bytes, 0, ELF.length, ELF, 0, ELF.length)) {
            return Optional.empty();
        }
        return switch (bytes[MACHINE] & 0xff) {
            case 0x3e -> Optional.of("amd64");
            case 0xb7 -> Optional.of("arm64");
            case 0x15 -> Optional.of("ppc64le");
            case 0x16 -> Optional.of("s390x");
            default -> Optional.empty();
        };
    }

    private byte[] head() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MACHINE + 1);
        }
    }

    private byte[] content() {
        if (content == null) {
            content = attempt("read " + file, () -> Files.readAllBytes(file));
        }
        return content;
    }

    private Path place() {
        return cache.resolve(sha256() + ".gz");
    }

    private Optional<byte[]> fromCache() {
        Path place = place();
        return Files.exists(place)
                ? Optional.of(attempt("read " + place, () -> Files.readAllBytes(place)))
                : Optional.empty();
    }

    private byte[] pack() {
        return attempt("pack " + file, () -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream gzip = new Fast(bytes)) {
                gzip.write(content());
            }
            keep(bytes.toByteArray());
            return bytes.toByteArray();
        });
    }

    private void keep(byte[] bytes) throws IOException {
        Files.createDirectories(cache);
        Path temporary = Files.createTempFile(cache, "packing", ".gz");
        Files.write(temporary, bytes);
        Files.move(temporary, place(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static final class Fast extends GZIPOutputStream {
        private static final int BLOCK = 1 << 16;

        Fast(OutputStream out) throws IOException {
            super(out, BLOCK);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws IOException;
    }

    private static <T> T attempt(String verb, Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (IOException e) {
            throw new OperatorException(
                    Failure.of(ExitCode.IO, "cannot %s on this machine: %s".formatted(verb, e.getMessage())), e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
