package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.OnProtected;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Context;
import dev.quorate.session.SettingName;
import dev.quorate.session.SettingValues;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectionGuardTest {

    private static final String REFUSED = "Error: prod is protected, put was not run";

    @TempDir
    private Path home;

    private final List<String> ran = new ArrayList<>();
    private final FakeStreams streams = new FakeStreams("");
    private ShellFixture shell;

    @BeforeEach
    void standInAProtectedContext() {
        shell = new ShellFixture(
                home,
                CommandSpec.named("load", "Loads")
                        .effect(Effect.WRITES)
                        .onProtected(OnProtected.NEVER)
                        .runs(line -> ran.add("load")),
                CommandSpec.named("wipe", "Wipes")
                        .effect(Effect.DESTROYS)
                        .onProtected(OnProtected.NEEDS_UNLOCK)
                        .runs(line -> ran.add("wipe")),
                CommandSpec.named("practise", "Practises")
                        .effect(Effect.DESTROYS)
                        .onProtected(OnProtected.RUNS)
                        .runs(line -> ran.add("practise")),
                CommandSpec.named("defrag", "Defragments")
                        .effect(Effect.DISRUPTS)
                        .runs(line -> ran.add("defrag")));
        Context prod = new Context("prod", new SettingValues(Map.of(SettingName.ENDPOINTS, "10.0.0.1:2379")));
        shell.contexts.save(prod);
        shell.sessions.change(shell.resolver.using(shell.sessions.standing(), prod));
        shell.protection.protect("prod");
    }

    @Test
    void readingIsFree() {
        assertThat(shell.run("get k", streams).succeeded()).isTrue();
    }

    @Test
    void refusesAWriteWhereNobodyCanBeAsked() {
        Outcome outcome = shell.run("put k v", streams);

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(shell.commands.ran).isEmpty();
        assertThat(streams.error())
                .containsExactly(
                        REFUSED,
                        "Hint: say why first: unlock 15m REASON, in the same console or script; --yes is not enough");
    }

    @Test
    void yesOnTheLineIsNoAnswer() {
        streams.answering("yes");

        assertThat(shell.run("put k v --yes", streams).status()).isEqualTo(3);
        assertThat(shell.commands.ran).isEmpty();
    }

    @Test
    void asksAPersonByTheNameOfTheCluster() {
        streams.answering("yes");

        assertThat(shell.run("put k v", streams).succeeded()).isTrue();
        assertThat(shell.commands.ran).containsExactly("put");
        assertThat(streams.error()).containsExactly("prod is protected, and put changes something");
        assertThat(streams.asked()).containsExactly("Go on? (yes/no) ");
    }

    @Test
    void anythingButYesIsNo() {
        streams.answering("");

        assertThat(shell.run("put k v", streams).status()).isEqualTo(5);
        assertThat(shell.commands.ran).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"member remove m1, prod, 0", "member remove m1, yes, 5", "defrag, yes, 0", "defrag, prod, 5"})
    void whatCanDestroyWantsTheNameTyped(String line, String answer, int status) {
        streams.answering(answer);

        assertThat(shell.run(line, streams).status()).isEqualTo(status);
    }

    @Test
    void letsEverythingThroughWhileUnlocked() {
        shell.protection.unlock("prod", Duration.ofMinutes(15));

        assertThat(shell.run("put k v", streams).succeeded()).isTrue();
        assertThat(shell.run("wipe", streams).succeeded()).isTrue();
        assertThat(streams.error()).isEmpty();
    }

    @Test
    void protectingAgainLocks() {
        shell.protection.unlock("prod", Duration.ofMinutes(15));
        shell.protection.protect("prod");

        assertThat(shell.run("put k v", streams).status()).isEqualTo(3);
    }

    @Test
    void whatNeverRunsIsRefusedUnlockedToo() {
        streams.answering("prod", "prod");

        assertThat(shell.run("load", streams).status()).isEqualTo(3);
        shell.protection.unlock("prod", Duration.ofMinutes(15));
        assertThat(shell.run("load", streams).status()).isEqualTo(3);

        assertThat(ran).isEmpty();
        assertThat(streams.error()).contains("Error: prod is protected, load never runs there");
    }

    @Test
    void someThingsNeedAnUnlockAndNoAnswerIsEnough() {
        streams.answering("prod");

        assertThat(shell.run("wipe", streams).status()).isEqualTo(3);
        assertThat(ran).isEmpty();
    }

    @Test
    void whatDoesNotTouchTheClusterInUseIsFree() {
        assertThat(shell.run("practise", streams).succeeded()).isTrue();
    }

    @Test
    void anotherContextOfALineIsJudgedByItself() {
        shell.contexts.save(new Context("dev", new SettingValues(Map.of(SettingName.ENDPOINTS, "d:2379"))));

        assertThat(shell.run("put k v --context dev", streams).succeeded()).isTrue();
        shell.sessions.change(shell.resolver.withoutContext(shell.sessions.standing()));
        assertThat(shell.run("put k v --context prod", streams).status()).isEqualTo(3);
    }

    @Test
    void otherMembersOfTheSameClusterAreProtectedToo() {
        assertThat(shell.run("put k v --endpoints 10.0.0.2:2379", streams).status())
                .isEqualTo(3);
    }

    @Test
    void lookingAtWhatWouldBeDoneIsFree() {
        assertThat(shell.run("put k v --dry-run", streams).succeeded()).isTrue();
    }

    @Test
    void aScriptIsRefusedEvenWithAPersonAtTheTerminal() {
        streams.answering("yes");
        Script script = shell.reader.read(
                "s",
                "get k\nput k v",
                new Variables(Map.of(), Map.of()),
                streams.streams().error());

        assertThatThrownBy(() -> shell.runner.run(script, new ScriptRunner.Options(false, false), streams.streams()))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("prod is protected, put was not run");
        assertThat(shell.commands.ran).containsExactly("get");
    }

    @Test
    void aRefusedLineIsInTheAuditLog() throws IOException {
        shell.run("put k v", streams);

        assertThat(shell.auditLines()).singleElement().asString().contains("\"cluster\":\"prod\"", "\"status\":3");
    }
}
