package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.command.CommandSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

    @TempDir
    private Path home;

    private final FakeStreams streams = new FakeStreams("");

    private Path script(String text) throws IOException {
        return Files.writeString(home.resolve("deploy.q"), text);
    }

    @Test
    void runsEveryLine() throws IOException {
        ShellFixture shell = new ShellFixture(home);

        Outcome outcome = shell.run("run " + script("put a 1\n\n# comment\nget a; del a"), streams);

        assertThat(outcome.succeeded()).isTrue();
        assertThat(shell.commands.ran).containsExactly("put", "get", "del");
    }

    @Test
    void listsAllFaultsAndRunsNothing() throws IOException {
        ShellFixture shell = new ShellFixture(home);
        Path file = script("put a 1\ngte a\nput ${who} 2\ndel\nget a --limit x\nget 'open");

        Outcome outcome = shell.run("run " + file, streams);

        assertThat(outcome.status()).isEqualTo(128);
        assertThat(shell.commands.ran).isEmpty();
        assertThat(streams.error())
                .containsExactly(
                        file + ":2:1: unknown command \"gte\" (did you mean get?)",
                        file + ":3:5: unknown variable ${who} (add --set who=VALUE, or write \\${ for the characters"
                                + " themselves)",
                        file + ":4:1: del needs <key> (usage: del <key> [range_end] [flags])",
                        file + ":5:7: invalid value \"x\" for --limit: not a whole number",
                        file + ":6:5: the single quote is not closed",
                        "Error: " + file + " has 5 faults; nothing was run");
    }

    @Test
    void stopsAtTheFirstFailureWithItsPlaceAndStatus() throws IOException {
        ShellFixture shell = new ShellFixture(home);
        Path file = script("put a 1\n\nfail x\nput b 2");

        Outcome outcome = shell.run("run " + file, streams);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(shell.commands.ran).containsExactly("put");
        assertThat(streams.error()).containsExactly("Error: " + file + ":3: no x", "Hint: try again");
    }

    @Test
    void goesOnIfToldToAndFailsAllTheSame() throws IOException {
        ShellFixture shell = new ShellFixture(home);
        Path file = script("fail x\nput b 2\ncrash");

        Outcome outcome = shell.run("run --keep-going " + file, streams);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(shell.commands.ran).containsExactly("put");
        assertThat(streams.error())
                .contains("Error: " + file + ":1: no x")
                .endsWith("Error: 2 of 3 lines of " + file + " failed");
    }

    @Test
    void fillsInVariables() throws IOException {
        List<String> looked = new ArrayList<>();
        ShellFixture shell = new ShellFixture(
                home,
                CommandSpec.named("look", "Looks")
                        .arguments(Commands.NAME)
                        .runs(line -> looked.add(line.get(Commands.NAME))));

        shell.run("run " + script("look ${a}\nlook ${env:HOME}") + " --set 'a=x y, z'", streams);

        assertThat(streams.error()).isEmpty();
        assertThat(looked).containsExactly("x y, z", "/srv/ann");
    }

    @Test
    void echoesLinesAsWrittenWithoutSecrets() throws IOException {
        ShellFixture shell = new ShellFixture(home);

        shell.run("run --echo " + script("put a ${env:HOME}\nget 'a b' --password s3cret"), streams);

        assertThat(streams.error()).containsExactly("+ put a ${env:HOME}", "+ get 'a b' --password ***");
    }

    @Test
    void endsEarlyWithExit() throws IOException {
        ShellFixture shell = new ShellFixture(home);
        Path file = script("put a 1\nexit 7\nput b 2");

        Outcome outcome = shell.run("run " + file, streams);

        assertThat(outcome).isEqualTo(new Outcome(7, false));
        assertThat(shell.commands.ran).containsExactly("put");
    }

    @Test
    void keepsChangesOfTheSessionToItself() throws IOException {
        List<Boolean> hex = new ArrayList<>();
        List<ShellFixture> self = new ArrayList<>();
        ShellFixture shell = new ShellFixture(
                home,
                CommandSpec.named("turn", "Turns").runs(line -> {
                    var sessions = self.getFirst().sessions;
                    var session = sessions.standing();
                    sessions.change(new dev.quorate.session.Session(
                            java.util.Optional.of("other"), session.etcd(), session.options()));
                }),
                CommandSpec.named("look", "Looks")
                        .runs(line -> hex.add(
                                self.getFirst().sessions.current().cluster().isPresent())));
        self.add(shell);

        shell.run("run --debug " + script("look\nturn\nlook"), streams);
        shell.run("look", streams);

        assertThat(hex).containsExactly(false, true, false);
    }

    @Test
    void tellsThePlaceInEachScriptOfAChain() throws IOException {
        ShellFixture shell = new ShellFixture(home);
        Path inner = Files.writeString(home.resolve("inner.q"), "fail x");
        Path outer = script("put a 1\nrun " + inner);

        Outcome outcome = shell.run("run " + outer, streams);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(streams.error().getFirst()).isEqualTo("Error: " + outer + ":2: " + inner + ":1: no x");
    }

    @Test
    void failsOnAScriptThatIsNotThere() {
        ShellFixture shell = new ShellFixture(home);

        Outcome outcome = shell.run("run /no/such/file", streams);

        assertThat(outcome.status()).isEqualTo(6);
        assertThat(streams.error()).containsExactly("Error: no script /no/such/file");
    }

    @Test
    void refusesATextThatIsNoUtf8() {
        ShellFixture shell = new ShellFixture(home);
        byte[] latin = {'g', 'e', 't', ' ', (byte) 0xe4};

        assertThatThrownBy(() -> shell.reader.read(
                        "stdin",
                        latin,
                        new Variables(java.util.Map.of(), java.util.Map.of()),
                        streams.streams().error()))
                .hasMessage("script stdin is no UTF-8 text");
    }
}
