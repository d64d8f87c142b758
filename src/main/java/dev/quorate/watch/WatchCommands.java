package dev.quorate.watch;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import dev.quorate.etcd.Watches;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import java.util.List;
import java.util.Map;

/** {@code watch}. */
public final class WatchCommands implements CommandGroup {

    private final Connections connections;
    private final Map<String, String> environment;

    /** @param environment may name the keys to watch, as etcdctl's does: {@code ETCDCTL_WATCH_KEY} */
    public WatchCommands(Connections connections, Map<String, String> environment) {
        this.connections = connections;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(WatchLine.declaration().group("Keys").runs(this::watch));
    }

    private void watch(Invocation line) throws InterruptedException {
        Watches watches = connections.client().watches();
        if (WatchLine.interactive(line)) {
            try (var console = new WatchConsole(line, environment, watches)) {
                console.run();
            }
            return;
        }
        WatchLine watch = WatchLine.of(line, environment);
        var printer = new WatchPrinter(line);
        try (var running = watches.open(watch.request(), response -> printer.accept(response, watch.command()))) {
            running.await();
        }
        throw OperatorException.of(ExitCode.INTERRUPTED, "watch is canceled by the server");
    }
}
