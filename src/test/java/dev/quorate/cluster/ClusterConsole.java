package dev.quorate.cluster;

import dev.quorate.cluster.lint.NameResolver;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Values;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.ContextStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.testing.FakeHost;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands on cluster files in memory, on a home of their own. */
final class ClusterConsole {

    static final String TOKEN = "kX2vTq8LmZ4wRb7NcY1s";

    private final List<CommandSpec> commands = new ArrayList<>();
    private final FakeHost local = new FakeHost("this machine");
    private final Map<String, EtcdSettings> saved = new LinkedHashMap<>();
    private final Path home;

    ClusterConsole(Path directory) {
        home = directory;
        QuorateHome quorateHome = new QuorateHome(directory);
        SessionResolver resolver = new SessionResolver(Map.of(), new ContextStore(quorateHome));
        Sessions sessions = new Sessions(resolver.forOneLine());
        for (CommandGroup group : List.of(
                new ClusterFileCommands(quorateHome, sessions, NameResolver.OFF, () -> TOKEN),
                new ExchangeCommands(
                        quorateHome,
                        sessions,
                        local,
                        cluster -> Optional.ofNullable(saved.get(cluster)),
                        () -> TOKEN))) {
            commands.addAll(group.commands());
        }
    }

    /** Saves how {@code cluster}, which others built, is reached. */
    void adopted(String cluster, EtcdSettings way) throws IOException {
        ClusterHome kept = new ClusterHome(home.resolve("clusters").resolve(cluster));
        Files.createDirectories(kept.adopted().getParent());
        Files.writeString(kept.adopted(), cluster);
        Files.writeString(kept.joined(), "");
        saved.put(cluster, way);
    }

    /** The machine at hand. */
    FakeHost local() {
        return local;
    }

    Path file(String cluster) {
        return home.resolve("clusters").resolve(cluster).resolve("cluster.yaml");
    }

    FakeInvocation prepare(String... words) {
        return prepare(OutputFormat.SIMPLE, words);
    }

    FakeInvocation prepare(OutputFormat format, String... words) {
        Values values = Lines.bind(commands, List.of(words));
        return new FakeInvocation(values, format);
    }

    FakeInvocation run(String... words) throws Exception {
        return run(prepare(words));
    }

    FakeInvocation run(FakeInvocation line) throws Exception {
        line.command().handler().run(line);
        return line;
    }
}
