package dev.quorate.provision.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSumsTest {

    @TempDir
    Path folder;

    private final List<String> summed = new ArrayList<>();
    private KnownSums sums;
    private Path file;

    @BeforeEach
    void anOldFile() throws Exception {
        sums = new KnownSums(folder.resolve("cache"));
        file = Files.writeString(folder.resolve("etcd"), "one");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    private String sum(String answer) throws Exception {
        return sums.sumOf(file, () -> {
            summed.add(answer);
            return answer;
        });
    }

    @Test
    void sumsUpAFileOnce() throws Exception {
        sum("first");

        assertThat(sum("second")).isEqualTo("first");
        assertThat(summed).containsExactly("first");
    }

    @Test
    void sumsUpAgainWhatChanged() throws Exception {
        sum("first");
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));

        assertThat(sum("second")).isEqualTo("second");
    }

    @Test
    void doesNotTrustWhatItSawJustAfterAChange() throws Exception {
        Files.writeString(file, "new");
        sum("first");

        assertThat(sum("second")).isEqualTo("second");
    }

    @Test
    void doesNotTrustTheSumOfAFileThatTookAnothersPlace() throws Exception {
        sum("first");
        Path other = Files.writeString(folder.resolve("other"), "six");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(sum("second")).isEqualTo("second");
    }
}
