package dev.quorate.watch;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import dev.quorate.command.RequestWords;
import dev.quorate.command.Values;
import dev.quorate.etcd.Watches;
import dev.quorate.etcd.Watches.Watch;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code watch -i}: reads {@code watch …}, {@code progress} and {@code cancel ID} line by line, with any number of watches
 * running. A line that is wrong is told and passed over, where etcdctl would end. Ends where the lines end.
 */
final class WatchConsole implements AutoCloseable {

    private static final CommandSpec WATCH = WatchLine.declaration().runs(line -> {});
    private static final String HELP = "write watch KEY, progress or cancel ID";

    private final Invocation line;
    private final Map<String, String> environment;
    private final Watches watches;
    private final WatchPrinter printer;
    private final Map<String, Watch> running = new LinkedHashMap<>();
    private int started;

    WatchConsole(Invocation line, Map<String, String> environment, Watches watches) {
        this.line = line;
        this.environment = environment;
        this.watches = watches;
        this.printer = new WatchPrinter(line);
    }

    void run() {
        while (true) {
            String text = line.readLine("watch> ");
            try {
                obey(RequestWords.split(text));
            } catch (OperatorException e) {
                line.note("invalid command \"" + text + "\": " + e.failure().what());
            }
        }
    }

    private void obey(List<String> words) {
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "watch" -> watch(words);
            case "progress" -> running.values().forEach(Watch::requestProgress);
            case "cancel" -> cancel(words);
            default -> throw OperatorException.of(ExitCode.INVALID_INPUT, HELP);
        }
    }

    private void watch(List<String> words) {
        Values values = line.bind(List.of(WATCH), words);
        WatchLine watch = WatchLine.of(values, environment);
        String id = Integer.toString(++started);
        running.put(id, watches.open(watch.request(), response -> printer.accept(response, watch.command())));
        line.note("watch " + id + " is on " + String.join(" ", watch.keys()));
    }

    private void cancel(List<String> words) {
        Watch watch = words.size() == 2 ? running.remove(words.get(1)) : null;
        if (watch == null) {
            String ids = running.isEmpty() ? "none is running" : String.join(", ", running.keySet());
            throw OperatorException.of(ExitCode.INVALID_INPUT, "cancel takes the number of a watch: " + ids);
        }
        watch.close();
    }

    @Override
    public void close() {
        running.values().forEach(Watch::close);
    }
}
