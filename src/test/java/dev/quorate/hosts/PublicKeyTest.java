package dev.quorate.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeyTest {

    private static final String PUBLIC =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ1dCBub3QgYSBrZXkgb2YgYW55Ym9keSE me@here";
    private static final String PRIVATE = "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n";

    @TempDir
    private Path home;

    @Test
    void takesThePublicKeyBesideAPrivateOneNamedByMistake() throws Exception {
        Files.writeString(home.resolve("key"), PRIVATE);
        Files.writeString(home.resolve("key.pub"), PUBLIC + "\n");

        assertThat(find("key").text()).isEqualTo(PUBLIC);
        assertThat(find("key.pub").text()).isEqualTo(PUBLIC);
    }

    @Test
    void neverTakesAPrivateKeyWhateverItsFileIsCalled() throws Exception {
        Files.writeString(home.resolve("key.pub"), PRIVATE);
        Files.writeString(home.resolve("alone"), PRIVATE);

        assertThatThrownBy(() -> find("key.pub"))
                .hasMessageEndingWith("key.pub is a private key, which never leaves this machine");
        assertThatThrownBy(() -> find("alone"))
                .hasMessageEndingWith("alone is a private key, which never leaves this machine");
    }

    @Test
    void takesAPublicKeyUnderAnyName() throws Exception {
        Files.writeString(home.resolve("of-a-colleague.txt"), PUBLIC);

        assertThat(find("of-a-colleague.txt").text()).isEqualTo(PUBLIC);
    }

    @Test
    void refusesWhatIsNoKey() throws Exception {
        Files.writeString(home.resolve("notes.pub"), "ssh is nice\n");
        Files.write(home.resolve("picture"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff});

        assertThatThrownBy(() -> find("notes.pub")).hasMessageEndingWith("notes.pub is no public key");
        assertThatThrownBy(() -> find("picture")).hasMessageEndingWith("picture is no public key");
        assertThatThrownBy(() -> find("nothing")).hasMessageStartingWith("cannot read the public key ");
        assertThatThrownBy(() -> PublicKey.find(Optional.empty(), home)).hasMessage("there is no public key in ~/.ssh");
    }

    private PublicKey find(String name) {
        return PublicKey.find(Optional.of(home.resolve(name)), home);
    }
}
