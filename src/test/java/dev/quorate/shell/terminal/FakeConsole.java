package dev.quorate.shell.terminal;

import dev.quorate.audit.AuditLog;
import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.health.ClusterHealth;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.ContextStore;
import dev.quorate.session.Protection;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.shell.ActiveQuestions;
import dev.quorate.shell.AuditTrail;
import dev.quorate.shell.Binder;
import dev.quorate.shell.CommandCatalog;
import dev.quorate.shell.FailureReporter;
import dev.quorate.shell.LineExecutor;
import dev.quorate.shell.LineSessions;
import dev.quorate.shell.Safeguards;
import dev.quorate.shell.StandardStreams;
import dev.quorate.shell.completion.CompletionSource;
import dev.quorate.shell.completion.Foresight;
import dev.quorate.shell.completion.LineCompletion;
import dev.quorate.shell.completion.LineHints;
import dev.quorate.shell.completion.Proposal;
import dev.quorate.shell.completion.Proposals;
import dev.quorate.shell.history.History;
import dev.quorate.time.WorkingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The console with commands that need no cluster, to be run on a terminal of its own. */
final class FakeConsole {

    private static final Argument<List<String>> WORDS = Argument.rest("word", ValueTypes.TEXT, "anything");
    private static final Argument<String> KEY = Argument.required("key", ValueTypes.KEY, "the key");
    private static final Argument<String> VALUE = Argument.required("value", ValueTypes.TEXT, "the value");
    private static final Flag<Boolean> PREFIX = Flag.bool("prefix", "get keys by their prefix");
    private static final Flag<Long> LIMIT = Flag.value("limit", ValueTypes.INT64, 0L, "the most results");
    private static final Flag<OutputFormat> FORM =
            Flag.value("form", ValueTypes.choice(OutputFormat.class), OutputFormat.AUTO, "how it looks");

    private FakeConsole() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        QuorateHome home = QuorateHome.of(environment);
        ContextStore contexts = new ContextStore(home);
        SessionResolver resolver = new SessionResolver(environment, contexts);
        Sessions sessions = new Sessions(resolver.forOneLine());
        Binder binder = new Binder(new CommandCatalog(commands()));
        Clock clock = Clock.systemUTC();
        Protection protection = new Protection(contexts, clock);
        AuditTrail audit = new AuditTrail(new AuditLog(home.audit()), clock, "tester");
        LineExecutor executor = new LineExecutor(
                binder,
                new LineSessions(sessions, resolver, names -> names),
                new FailureReporter(),
                new Safeguards(audit, protection));
        LineAssistance assistance = new LineAssistance(
                new LineCompletion(binder, List.of(new FakeKeys())), new LineHints(binder), new Foresight(Map.of()));
        int status = new ReplRunner(
                        executor,
                        assistance,
                        new History(home, sessions, clock),
                        new Surroundings(
                                sessions,
                                FakeConsole::health,
                                protection,
                                new ActiveQuestions(
                                        StandardStreams.open(environment).questions(), new WorkingClock(clock)),
                                environment))
                .run();
        System.exit(status);
    }

    private static Optional<ClusterHealth> health() {
        String alarm = System.getenv("FAKE_ALARM");
        return Optional.of(new ClusterHealth(
                Optional.empty(), 2, 3, true, Optional.of("etcd1"), alarm == null ? List.of() : List.of(alarm)));
    }

    private static List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("echo", "Writes its words in brackets")
                        .arguments(WORDS)
                        .runs(line -> write(line, "[" + String.join("][", line.get(WORDS)) + "]\n")),
                CommandSpec.named("unended", "Writes no line end").runs(line -> write(line, "no line end")),
                CommandSpec.named("get", "Gets a key")
                        .arguments(KEY)
                        .flags(PREFIX, LIMIT, FORM)
                        .runs(line -> write(line, "value of " + line.get(KEY) + "\n")),
                CommandSpec.named("put", "Puts a key").arguments(KEY, VALUE).runs(line -> line.note("OK")),
                CommandSpec.named("store", "Reads standard input").runs(FakeConsole::store),
                CommandSpec.named("member list", "Lists members").runs(line -> line.note("members")),
                CommandSpec.named("member add", "Adds a member").arguments(KEY).runs(line -> line.note("added")),
                CommandSpec.named("wait", "Waits until it is interrupted").runs(FakeConsole::await),
                CommandSpec.named("stubborn", "Waits and does not mind interruptions")
                        .runs(FakeConsole::awaitStubbornly),
                CommandSpec.named("ask", "Asks for a name")
                        .runs(line -> line.note("hello " + line.readLine("name? (100%) "))),
                CommandSpec.named("secret", "Asks for a secret")
                        .runs(line -> line.note("secret of " + line.readSecret("secret: ").length)),
                CommandSpec.named("fail", "Fails").runs(line -> {
                    throw new IllegalStateException("as told");
                }));
    }

    private static void await(Invocation line) throws InterruptedException {
        line.note("waiting");
        new CountDownLatch(1).await();
    }

    private static void awaitStubbornly(Invocation line) {
        line.note("waiting");
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                line.note("did you say something?");
            }
        }
    }

    private static void store(Invocation line) throws IOException {
        write(line, "stored " + line.input().readAllBytes().length + " bytes\n");
    }

    private static void write(Invocation line, String text) {
        try {
            line.output().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three keys, as a cluster would tell them. */
    private static final class FakeKeys implements CompletionSource {
        @Override
        public Completes kind() {
            return Completes.KEY;
        }

        @Override
        public Proposals propose(String typed) {
            return Proposals.all(Stream.of("/registry/pods/a b", "/registry/pods/c", "/registry/services/d")
                    .filter(key -> key.startsWith(typed))
                    .map(key -> segment(key, typed.length()))
                    .distinct()
                    .toList());
        }

        private static Proposal segment(String key, int from) {
            int end = key.indexOf('/', from);
            return end < 0 ? Proposal.of(key) : Proposal.part(key.substring(0, end + 1));
        }
    }
}
