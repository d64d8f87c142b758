package dev.quorate.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextStoreTest {

    @TempDir
    Path directory;

    private QuorateHome home;
    private ContextStore contexts;

    @BeforeEach
    void openStore() {
        home = new QuorateHome(directory.resolve("home"));
        contexts = new ContextStore(home);
    }

    @Test
    void readsWhatItSaved() {
        Context context = new Context(
                "prod", new SettingValues(Map.of(SettingName.ENDPOINTS, "a:1,b:2", SettingName.CACERT, "/x y/ca: 1")));

        contexts.save(context);

        assertThat(contexts.find("prod")).contains(context);
        assertThat(contexts.names()).containsExactly("prod");
    }

    @Test
    void keepsItsFilesFromOthers() throws IOException {
        contexts.save(context("prod"));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.cluster("prod").resolve("context"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.cluster("prod"))))
                .isEqualTo("rwx------");
    }

    @Test
    void neverStoresAPassword() throws IOException {
        contexts.save(new Context(
                "prod", new SettingValues(Map.of(SettingName.USER, "bob:hidden", SettingName.PASSWORD, "hidden"))));

        assertThat(Files.readString(home.cluster("prod").resolve("context"))).isEqualTo("user: bob\n");
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        contexts.save(context("prod"));
        contexts.save(context("prod"));

        try (var files = Files.list(home.cluster("prod"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void deletesTheContextAndNothingElse() throws IOException {
        contexts.save(context("prod"));
        contexts.use("prod");
        Files.writeString(home.cluster("prod").resolve("cluster.yaml"), "kept");

        contexts.delete("prod");

        assertThat(contexts.names()).isEmpty();
        assertThat(contexts.current()).isEmpty();
        assertThat(home.cluster("prod").resolve("cluster.yaml")).exists();
    }

    @Test
    void saysWhichContextsThereAre() {
        contexts.save(context("prod"));
        contexts.save(context("dev"));

        assertThatThrownBy(() -> contexts.get("stage")).isInstanceOfSatisfying(OperatorException.class, e -> {
            assertThat(e.failure().what()).isEqualTo("no context named \"stage\"");
            assertThat(e.failure().hint()).isEqualTo("saved are: dev, prod");
        });
    }

    @Test
    void refusesNamesThatAreNoFileNames() {
        assertThatThrownBy(() -> context("../prod")).hasMessageContaining("cannot be the name of a context");
        assertThat(contexts.find("../prod")).isEmpty();
        assertThat(contexts.find("..")).isEmpty();
    }

    @Test
    void namesTheLineItCannotRead() throws IOException {
        contexts.save(context("prod"));
        Path file = home.cluster("prod").resolve("context");
        Files.writeString(file, "# by hand\nendpoints: a:1\nendpont: b:2\n");

        assertThatThrownBy(() -> contexts.get("prod")).hasMessage(file + ":3: \"endpont\" is no setting of a context");
    }

    private static Context context(String name) {
        return new Context(name, new SettingValues(Map.of(SettingName.ENDPOINTS, "a:1")));
    }
}
