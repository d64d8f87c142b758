package dev.quorate.provision.binary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * SHA-256 of files, remembered as long as inode, size and times of a file stay what they were: a program of etcd takes a young
 * JVM a fifth of a second. What was remembered within moments of the file's last change does not count, as its times may not
 * tell of the next change (git's index has the same care).
 *
 * @param directory where they are remembered
 */
record KnownSums(Path directory) {

    private static final Duration TOO_YOUNG = Duration.ofSeconds(2);

    /** The sum of {@code file}, which {@code summing} makes where it is not known. */
    String sumOf(Path file, Supplier<String> summing) throws IOException {
        Map<String, Object> facts = Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime");
        String identity = "%s %s %s %s"
                .formatted(facts.get("ino"), facts.get("size"), facts.get("lastModifiedTime"), facts.get("ctime"));
        Path place = place(file);
        String known = read(place);
        if (known.startsWith(identity + " ") && isLater(place, file)) {
            return known.substring(identity.length() + 1);
        }
        String sum = summing.get();
        keep(place, identity + " " + sum);
        return sum;
    }

    private static boolean isLater(Path place, Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        return Files.getLastModifiedTime(place).toInstant().isAfter(changed.plus(TOO_YOUNG));
    }

    private Path place(Path file) throws IOException {
        String path = file.toRealPath().toString();
        return directory.resolve(UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)) + ".sum");
    }

    private static String read(Path place) throws IOException {
        try {
            return Files.readString(place);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private void keep(Path place, String text) throws IOException {
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, "sum", ".new");
        Files.writeString(temporary, text);
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    }
}
