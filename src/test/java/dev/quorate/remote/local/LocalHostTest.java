package dev.quorate.remote.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFiles;
import dev.quorate.remote.ReadOnlyHost;
import dev.quorate.remote.ShellCommand;
import dev.quorate.time.Pause;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LocalHostTest {

    private final Host host = new LocalHost("here", new Supervisor(Map.of(), Pause.real()));

    @TempDir
    private Path directory;

    @Test
    void aCommandGetsItsWordsUntouched() throws Exception {
        CommandResult result = host.run(ShellCommand.reads("printf", "%s|", "a b", "$HOME", "it's", "*"));

        assertThat(result.text()).isEqualTo("a b|$HOME|it's|*|");
    }

    @Test
    void keepsOutputErrorsAndStatusApart() throws Exception {
        CommandResult result = host.run(ShellCommand.reads("sh", "-c", "echo out; echo bad >&2; exit 3"));

        assertThat(result.text()).isEqualTo("out\n");
        assertThat(result.errorText()).isEqualTo("bad\n");
        assertThatThrownBy(result::orThrow)
                .hasMessage("'sh -c 'echo out; echo bad >&2; exit 3'' ended with status 3 on here: bad");
    }

    @Test
    void handsOnWhatAStreamedCommandWrites() throws Exception {
        var written = new StringBuilder();

        int status = host.stream(ShellCommand.reads("sh", "-c", "echo out; echo bad >&2; exit 3"), new CommandOutput() {
            @Override
            public void output(byte[] bytes) {
                written.append(new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void errors(byte[] bytes) {
                output(bytes);
            }
        });

        assertThat(written).hasToString("out\nbad\n");
        assertThat(status).isEqualTo(3);
    }

    @Test
    void uploadsAFileWithItsAccess() throws Exception {
        Path local = Files.writeString(directory.resolve("local"), "content");

        host.files().upload(local, directory.resolve("there"), FileAccess.PRIVATE);

        assertThat(directory.resolve("there")).hasContent("content");
        assertThat(host.files().stat(directory.resolve("there")))
                .hasValueSatisfying(facts -> assertThat(facts.mode()).isEqualTo(0600));
    }

    @Test
    void feedsStandardInput() throws Exception {
        byte[] input = "secret".getBytes(StandardCharsets.UTF_8);

        assertThat(host.run(ShellCommand.reads("cat").withInput(input)).text()).isEqualTo("secret");
    }

    @Test
    void aCommandThatIgnoresItsInputIsNoFailure() throws Exception {
        CommandResult result = host.run(ShellCommand.reads("true").withInput(new byte[1 << 20]));

        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void aCommandThatClosesItsInputAndGoesOnIsNoFailure() throws Exception {
        ShellCommand closing =
                ShellCommand.reads("sh", "-c", "exec <&-; sleep 0.2").withInput(new byte[1 << 20]);

        assertThat(host.run(closing).succeeded()).isTrue();
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() {
        ShellCommand endless = ShellCommand.reads("sleep", "60").within(Duration.ofMillis(1200));

        assertThatThrownBy(() -> host.run(endless)).hasMessage("'sleep 60' did not end within 1 s on here");
    }

    @Test
    void aMissingProgramIsNamed() {
        assertThatThrownBy(() -> host.run(ShellCommand.reads("no-such-program")))
                .hasMessageContaining("cannot run 'no-such-program' on here");
    }

    @Test
    void writesFilesWithTheirModeAndLeavesNothingBeside() throws Exception {
        Path file = directory.resolve("key.pem");
        Files.writeString(file, "old and world-readable");

        host.files().write(file, bytes("new"), FileAccess.PRIVATE);

        assertThat(file).hasContent("new");
        assertThat(host.files().stat(file).orElseThrow().mode()).isEqualTo(0600);
        assertThat(host.files().list(directory)).containsExactly("key.pem");
    }

    @Test
    void aWriteReplacesWhatAKilledOneLeft() throws Exception {
        Files.writeString(directory.resolve("key.pem.new"), "half");

        host.files().write(directory.resolve("key.pem"), bytes("whole"), FileAccess.PRIVATE);

        assertThat(host.files().list(directory)).containsExactly("key.pem");
    }

    @Test
    void looksWithoutFollowingLinks() throws Exception {
        Files.createSymbolicLink(directory.resolve("link"), Path.of("/nowhere"));

        assertThat(host.files().stat(directory.resolve("link"))).isPresent();
        assertThat(host.files().stat(directory.resolve("nothing"))).isEmpty();
    }

    @Test
    void hashesFiles() throws Exception {
        Files.writeString(directory.resolve("f"), "abc");

        assertThat(host.files().sha256(directory.resolve("f")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void renamesOverNothing() throws Exception {
        Path from = Files.writeString(directory.resolve("from"), "mine");
        Path to = Files.writeString(directory.resolve("to"), "precious");

        assertThatThrownBy(() -> host.files().rename(from, to)).hasMessageContaining(to + " is in the way");
        assertThat(to).hasContent("precious");
    }

    @Test
    void deletesTreesButNotWhatTheyLinkTo() throws Exception {
        Path kept = Files.writeString(directory.resolve("kept"), "x");
        Path tree = Files.createDirectories(directory.resolve("tree/deep")).getParent();
        Files.createSymbolicLink(tree.resolve("link"), kept);

        host.files().delete(tree);

        assertThat(host.files().list(directory)).containsExactly("kept");
    }

    @Test
    void namesAMissingFileAndItsHost() {
        assertThatThrownBy(() -> host.files().read(Path.of("/no/such")))
                .hasMessage("cannot read /no/such on here: there is no /no/such");
    }

    @Test
    void knowsWhatItIs() throws Exception {
        assertThat(host.facts().kernel()).isEqualTo("Linux");
        assertThat(host.facts().user()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void aReadOnlyHostLooksButChangesNothing() throws Exception {
        Host readOnly = new ReadOnlyHost(host);
        Path file = directory.resolve("file");
        HostFiles files = readOnly.files();

        assertThat(readOnly.run(ShellCommand.reads("true")).succeeded()).isTrue();
        assertThatThrownBy(() -> readOnly.run(ShellCommand.changes("touch", file)))
                .hasMessage("a preview tried to run touch " + file + " on here");
        assertThatThrownBy(() -> files.write(file, bytes("x"), FileAccess.PRIVATE))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> files.makeDirectory(file, FileAccess.PRIVATE))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> files.delete(directory)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> readOnly.services().start("etcd")).isInstanceOf(IllegalStateException.class);
        assertThat(files.list(directory)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
