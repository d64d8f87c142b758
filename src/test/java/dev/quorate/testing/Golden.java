package dev.quorate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected output kept in files beside the test: {@code src/test/resources/PACKAGE/TEST/NAME}. {@code -Dgolden.update}
 * writes what came instead of comparing it; the difference is then read in the diff of the commit.
 */
public final class Golden {

    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    private final Path directory;

    private Golden(Path directory) {
        this.directory = directory;
    }

    public static Golden of(Class<?> test) {
        String path = test.getPackageName().replace('.', '/') + '/' + test.getSimpleName();
        return new Golden(Path.of("src/test/resources", path));
    }

    public void check(String name, byte[] actual) {
        Path file = directory.resolve(name);
        try {
            if (UPDATE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, actual);
            }
            assertThat(new String(actual, StandardCharsets.ISO_8859_1))
                    .as("%s (rewrite with -Dgolden.update)", file)
                    .isEqualTo(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void check(String name, String actual) {
        check(name, actual.getBytes(StandardCharsets.UTF_8));
    }
}
