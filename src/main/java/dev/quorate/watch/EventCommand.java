package dev.quorate.watch;

import dev.quorate.command.Invocation;
import dev.quorate.command.Subprocess;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.GoText;
import java.util.List;
import java.util.Map;

/**
 * The command behind {@code --}, run once for each event and told it by {@code ETCD_WATCH_*} variables, quoted as etcdctl
 * quotes them. It has no input; what it writes goes where the line writes.
 */
final class EventCommand {

    private final List<String> words;
    private final Invocation line;

    EventCommand(List<String> words, Invocation line) {
        this.words = words;
        this.line = line;
    }

    /** @throws OperatorException if it cannot be run or fails */
    void run(WatchEvent event, long revision) {
        try (Subprocess process = Subprocess.start(words, variables(event, revision), line.output())) {
            int status = process.await();
            if (status != 0) {
                throw new OperatorException(Subprocess.failure(words, "exit status " + status));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException(Subprocess.failure(words, "interrupted"), e);
        }
    }

    private static Map<String, String> variables(WatchEvent event, long revision) {
        return Map.of(
                "ETCD_WATCH_REVISION", Long.toString(revision),
                "ETCD_WATCH_EVENT_TYPE", GoText.quote(event.type().name()),
                "ETCD_WATCH_KEY", GoText.quote(event.keyValue().key().unsafeArray()),
                "ETCD_WATCH_VALUE", GoText.quote(event.keyValue().value().unsafeArray()));
    }
}
