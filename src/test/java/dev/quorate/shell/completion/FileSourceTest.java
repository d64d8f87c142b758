package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.Completes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    @TempDir
    Path directory;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectory(directory.resolve("backups"));
        Files.write(directory.resolve("backup.db"), new byte[1024 + 32]);
        Files.write(directory.resolve("backup.txt"), new byte[1000]);
        Files.write(directory.resolve(".backup.db"), new byte[32]);
    }

    @Test
    void proposesWhatCanBeMeant() {
        assertThat(proposed(Completes.FILE, "back")).containsExactly("backup.db", "backup.txt", "backups/");
        assertThat(proposed(Completes.SNAPSHOT, "back")).containsExactly("backup.db", "backups/");
        assertThat(proposed(Completes.DIRECTORY, "back")).containsExactly("backups/");
    }

    @Test
    void proposesHiddenFilesOnceADotIsTyped() {
        assertThat(proposed(Completes.SNAPSHOT, "")).doesNotContain(".backup.db");
        assertThat(proposed(Completes.SNAPSHOT, ".b")).containsExactly(".backup.db");
    }

    @Test
    void proposesNothingWhereThereIsNoDirectory() {
        assertThat(proposed(Completes.SNAPSHOT, "none/back")).isEmpty();
    }

    private List<String> proposed(Completes kind, String typed) {
        String start = directory + "/";
        return new FileSource(kind)
                .propose(start + typed).list().stream()
                        .map(proposal -> proposal.value().substring(start.length()))
                        .toList();
    }
}
