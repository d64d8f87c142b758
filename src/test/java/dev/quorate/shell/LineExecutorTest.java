package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineExecutorTest {

    @TempDir
    private Path home;

    private final FakeStreams streams = new FakeStreams("input");

    @Test
    void runsABoundLine() {
        ShellFixture shell = new ShellFixture(home);

        Outcome outcome = shell.run("get k", streams);

        assertThat(outcome.succeeded()).isTrue();
        assertThat(shell.commands.ran).containsExactly("get");
    }

    @Test
    void keepsALineToTheMembersItBeginsWith() {
        List<Session> seen = new ArrayList<>();
        ShellFixture[] shell = new ShellFixture[1];
        CommandSpec status =
                CommandSpec.named("status", "Shows the cluster").runs(line -> seen.add(shell[0].sessions.current()));
        shell[0] = new ShellFixture(home, status);
        Session standing = shell[0].sessions.current();

        Outcome outcome = shell[0].run("@etcd1,etcd3 status --command-timeout=7s", streams);
        shell[0].run("--at etcd2 status", streams);

        assertThat(outcome.succeeded()).isTrue();
        assertThat(seen.get(0).etcd().endpoints())
                .containsExactly(new Endpoint("http://etcd1:2379"), new Endpoint("http://etcd3:2379"));
        assertThat(seen.get(0).etcd().timeouts().command()).isEqualTo(Duration.ofSeconds(7));
        assertThat(seen.get(1).etcd().endpoints()).containsExactly(new Endpoint("http://etcd2:2379"));
        assertThat(shell[0].sessions.current()).isEqualTo(standing);
    }

    @Test
    void refusesMembersBeforeWhatDoesNotAskThem() {
        ShellFixture shell =
                new ShellFixture(home, CommandSpec.named("host exec", "Runs").runs(line -> {
                    throw new IllegalStateException("ran");
                }));

        Outcome outcome = shell.run("@etcd1 host exec", streams);

        assertThat(outcome.status()).isEqualTo(128);
        assertThat(streams.error())
                .containsExactly(
                        "Error: @etcd1 names members for etcd to answer, which host exec does not ask",
                        "Hint: leave it out; usage: host exec");
    }

    @Test
    void refusesBeforeAnythingRuns() {
        ShellFixture shell = new ShellFixture(home);

        Outcome outcome = shell.run("del --prefx x", streams);

        assertThat(outcome.status()).isEqualTo(128);
        assertThat(shell.commands.ran).isEmpty();
        assertThat(streams.error())
                .containsExactly("Error: unknown flag --prefx for del", "Hint: did you mean --prefix?");
        assertThat(streams.out()).isEmpty();
    }

    @Test
    void endsWithTheStatusOfTheFailureAndKeepsStandardOutputClean() {
        ShellFixture shell = new ShellFixture(home);

        Outcome outcome = shell.run("fail endpoint", streams);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(streams.error()).containsExactly("Error: no endpoint", "Hint: try again");
        assertThat(streams.out()).isEmpty();
    }

    @Test
    void tellsAnUnexpectedExceptionInOneLine() {
        ShellFixture shell = new ShellFixture(home);

        Outcome outcome = shell.run("crash", streams);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(streams.error())
                .containsExactly(
                        "Error: internal error: java.lang.IllegalStateException: boom",
                        "Hint: this is a fault of quorate; --debug adds the details to report");
    }

    @Test
    void addsTheStackOnDemand() {
        ShellFixture shell = new ShellFixture(home);

        shell.run("crash --debug", streams);

        assertThat(streams.error()).anyMatch(line -> line.contains("Commands"));
    }

    @Test
    void laysOptionsOverTheSessionForTheLineOnly() {
        List<Session> seen = new ArrayList<>();
        List<ShellFixture> self = new ArrayList<>();
        ShellFixture shell = new ShellFixture(
                home,
                CommandSpec.named("look", "Looks")
                        .runs(line -> seen.add(self.getFirst().sessions.current())));
        self.add(shell);

        shell.run("look --endpoints 10.0.0.1:2379 -w json --yes", streams);
        shell.run("look", streams);

        assertThat(seen.getFirst().etcd().endpoints()).extracting("text").containsExactly("10.0.0.1:2379");
        assertThat(seen.getFirst().options().format()).isEqualTo(OutputFormat.JSON);
        assertThat(seen.getFirst().options().assumeYes()).isTrue();
        assertThat(seen.getLast()).isEqualTo(shell.sessions.standing());
        assertThat(seen.getLast().options().assumeYes()).isFalse();
    }

    @Test
    void flushesWhatAFailedCommandWrote() {
        ShellFixture shell =
                new ShellFixture(home, CommandSpec.named("half", "Half").runs(line -> {
                    line.output().write('x');
                    throw new UncheckedIOException(new IOException("broken"));
                }));

        shell.run("half", streams);

        assertThat(streams.out()).isEqualTo("x");
    }

    @Test
    void leavesWithTheStatusAskedFor() {
        ShellFixture shell = new ShellFixture(home);

        assertThat(shell.run("exit 3", streams)).isEqualTo(new Outcome(3, true));
        assertThat(shell.run("exit", streams)).isEqualTo(new Outcome(0, true));
    }

    @Test
    void endsQuietlyWhenTheReaderOfItsOutputIsGone() {
        ShellFixture shell =
                new ShellFixture(home, CommandSpec.named("spill", "Spills").runs(line -> {
                    throw new BrokenPipeException(new IOException("Broken pipe"));
                }));

        Outcome outcome = shell.run("spill", streams);

        assertThat(outcome).isEqualTo(new Outcome(141, true));
        assertThat(streams.error()).isEmpty();
    }

    @Test
    void saysThatADiskIsFull() {
        ShellFixture shell = new ShellFixture(home);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) {}

            @Override
            public void flush() throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Streams memory = streams.streams();
        Streams onFullDisk = new Streams(memory.in(), full, memory.error(), memory.surface(), memory.questions());

        Outcome outcome = shell.executor.execute(Lexer.lex("get k").lines().getFirst(), onFullDisk);

        assertThat(outcome.status()).isEqualTo(6);
        assertThat(streams.error()).containsExactly("Error: cannot write standard output: No space left on device");
    }

    @Test
    void auditsWhatCouldChangeSomething() throws IOException {
        ShellFixture shell = new ShellFixture(home);

        shell.run("get k", streams);
        shell.run("put k 'much data' --user root:pw", streams);
        shell.run("member remove x --dry-run", streams);

        assertThat(shell.auditLines())
                .containsExactly("{\"time\":\"2026-01-02T03:04:05Z\",\"user\":\"ann\",\"cluster\":\"127.0.0.1:2379\","
                        + "\"line\":\"put k (9 bytes) --user root:***\",\"status\":0,\"milliseconds\":0}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.audit())))
                .isEqualTo("rw-------");
    }

    @Test
    void auditsFailuresWithTheirStatus() throws IOException {
        ShellFixture shell = new ShellFixture(
                home, CommandSpec.named("ruin", "Ruins").effect(Effect.DESTROYS).runs(line -> {
                    throw new IllegalStateException("half-way");
                }));

        shell.run("ruin", streams);

        assertThat(shell.auditLines().getFirst()).contains("\"line\":\"ruin\",\"status\":1");
    }

    @Test
    void auditsWhatWasInterrupted() throws IOException {
        ShellFixture shell = new ShellFixture(
                home,
                CommandSpec.named("linger", "Lingers").effect(Effect.WRITES).runs(line -> {
                    Thread.currentThread().interrupt();
                    throw new OperatorException(Failure.INTERRUPTION);
                }));

        shell.run("linger", streams);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(shell.auditLines().getFirst()).contains("\"line\":\"linger\",\"status\":5");
        assertThat(streams.error()).isEmpty();
    }

    @Test
    void runsAllTheSameWhereTheAuditCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(home.resolve("file"), "");
        ShellFixture shell = new ShellFixture(blocked);

        Outcome outcome = shell.run("put k v", streams);
        shell.run("put k v", streams);

        assertThat(outcome.succeeded()).isTrue();
        assertThat(streams.error()).singleElement().asString().startsWith("Warning: the audit log cannot be written: ");
    }
}
