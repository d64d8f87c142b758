package dev.quorate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.testing.ViewGolden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotFileTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("backup.db");
    }

    @Test
    void tellsRevisionEntriesAndSize() throws IOException {
        SnapshotFile.Inspection inspection = of(TinyDatabase.snapshot()).inspect();

        assertThat(inspection.status().revision()).isEqualTo(2);
        assertThat(inspection.status().totalKeys()).isEqualTo(2);
        assertThat(inspection.status().totalSize()).isEqualTo(2048);
        assertThat(inspection.pages()).isEqualTo(4);
        assertThat(inspection.clusterVersion()).isEmpty();
    }

    @Test
    void goesByTheOlderMetaWhereTheNewerIsDamaged() throws IOException {
        byte[] bytes = TinyDatabase.database();
        bytes[20] ^= 1;

        assertThat(of(bytes).inspect().status().revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "0, is empty",
        "60, is no etcd database",
        "1024, is truncated: it has 1024 bytes of 2048",
        "2047, is truncated: it has 2047 bytes of 2048",
    })
    void tellsThatAFileIsTruncated(int length, String complaint) throws IOException {
        SnapshotFile snapshot = of(Arrays.copyOf(TinyDatabase.snapshot(), length));

        assertThatThrownBy(snapshot::inspect).hasMessage(file + " " + complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 9, has page 9 where page 2 should be",
        "1032, 8, has a page 2 of unknown kind 8",
        "1034, 99, has a page 2 with more entries than fit",
        "1036, 9, has a page 2 of 5120 bytes",
        "1040, 0, has an entry key outside of any bucket",
        "1584, 127, has keys out of order on page 3",
        "1059, 2, uses page 2 twice",
        "1059, 77, refers to page 77 of 4",
        "1059, 1, refers to page 1 of 4",
        "1560, 7, has a key without a revision",
        "1564, 127, has an entry past the end of its page",
    })
    void seesADamagedPage(int position, int value, String complaint) throws IOException {
        byte[] bytes = TinyDatabase.database();
        bytes[position] = (byte) value;
        if (position == 1564) {
            bytes[position + 1] = 127;
        }
        SnapshotFile snapshot = of(bytes);

        assertThatThrownBy(snapshot::inspect).hasMessage(file + " " + complaint);
    }

    @Test
    void survivesAnyDamagedByte() throws IOException {
        byte[] whole = TinyDatabase.database();
        for (int position = 0; position < whole.length; position++) {
            byte[] bytes = whole.clone();
            bytes[position] ^= (byte) 0x81;
            SnapshotFile snapshot = of(bytes);
            try {
                snapshot.inspect();
            } catch (OperatorException e) {
                assertThat(e).hasMessageStartingWith(file + " ");
            }
        }
    }

    @Test
    void checksTheDigestAtTheEnd() throws IOException {
        byte[] changed = TinyDatabase.snapshot();
        changed[2000] ^= 1;

        assertThat(of(TinyDatabase.snapshot()).checkedDigest()).hasSize(64);
        assertThatThrownBy(of(changed)::checkedDigest)
                .hasMessageStartingWith(file + " was changed after it was saved: its SHA-256 is ");
        assertThatThrownBy(of(TinyDatabase.database())::checkedDigest)
                .hasMessage(file + " has no SHA-256 at its end, as a copy from a data directory has none");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> SnapshotFile.existing(file.toString())).hasMessage("there is no file " + file);
        assertThatThrownBy(() -> SnapshotFile.existing(directory.toString())).hasMessage(directory + " is a directory");
    }

    @Test
    void writesEveryFormat() throws IOException {
        SnapshotFile snapshot = of(TinyDatabase.snapshot());
        ViewGolden golden = ViewGolden.of(SnapshotFileTest.class);

        golden.check("status", new SnapshotStatusView(snapshot.inspect().status()));
        golden.check("verified", new VerifiedView("backup.db", snapshot.checkedDigest(), snapshot.inspect()));
    }

    private SnapshotFile of(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return new SnapshotFile(file);
    }
}
