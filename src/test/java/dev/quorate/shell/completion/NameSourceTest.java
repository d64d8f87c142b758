package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.Completes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameSourceTest {

    private final NameSource source = new NameSource(Completes.CERTIFICATE, () -> List.of("etcd1", "root"));

    @Test
    void proposesNames() {
        assertThat(source.propose("").list()).extracting(Proposal::value).containsExactly("etcd1", "root");
    }

    @Test
    void proposesFilesBehindASlash(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.crt"), "");

        assertThat(source.propose(folder + "/o").list())
                .extracting(Proposal::value)
                .containsExactly(folder + "/other.crt");
    }
}
