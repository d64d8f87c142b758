package dev.quorate.shell;

import dev.quorate.audit.AuditLog;
import dev.quorate.command.CommandSpec;
import dev.quorate.session.ContextStore;
import dev.quorate.session.Protection;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The shell in memory, on {@link Commands} and whatever a test adds. */
final class ShellFixture {

    final Commands commands = new Commands();
    final Sessions sessions;
    final SessionResolver resolver;
    final Binder binder;
    final LineExecutor executor;
    final ScriptReader reader;
    final ScriptRunner runner;
    final ContextStore contexts;
    final Protection protection;
    private final Path audit;

    ShellFixture(Path home, CommandSpec... more) {
        QuorateHome quorateHome = new QuorateHome(home);
        contexts = new ContextStore(quorateHome);
        resolver = new SessionResolver(Map.of(), contexts);
        FailureReporter reporter = new FailureReporter();
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        audit = quorateHome.audit();
        sessions = new Sessions(resolver.forOneLine());
        ScriptCommands scripts = new ScriptCommands(this::reader, this::runner, Map.of("HOME", "/srv/ann"));
        binder = commands.with(scripts.commands()).with(List.of(more)).binder();
        protection = new Protection(contexts, clock);
        AuditTrail trail = new AuditTrail(new AuditLog(audit), clock, "ann");
        executor = new LineExecutor(
                binder, new LineSessions(sessions, resolver, this::urls), reporter, new Safeguards(trail, protection));
        reader = new ScriptReader(binder);
        runner = new ScriptRunner(executor, reporter, sessions);
    }

    private List<String> urls(List<String> names) {
        return names.stream().map(name -> "http://" + name + ":2379").toList();
    }

    private ScriptReader reader() {
        return reader;
    }

    private ScriptRunner runner() {
        return runner;
    }

    Outcome run(String text, FakeStreams streams) {
        return executor.execute(Lexer.lex(text).lines().getFirst(), streams.streams());
    }

    List<String> auditLines() throws IOException {
        return Files.exists(audit) ? Files.readAllLines(audit) : List.of();
    }

    Path audit() {
        return audit;
    }
}
