package dev.quorate.watch;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.GoText;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
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
        var builder = new ProcessBuilder(words)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectError(Redirect.INHERIT);
        tell(event, revision, builder.environment());
        try {
            int status = run(builder.start(), line.output());
            if (status != 0) {
                throw new OperatorException(failure("exit status " + status));
            }
        } catch (IOException e) {
            throw new OperatorException(failure(String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException(failure("interrupted"), e);
        }
    }

    private static void tell(WatchEvent event, long revision, Map<String, String> environment) {
        environment.put("ETCD_WATCH_REVISION", Long.toString(revision));
        environment.put("ETCD_WATCH_EVENT_TYPE", GoText.quote(event.type().name()));
        environment.put("ETCD_WATCH_KEY", GoText.quote(event.keyValue().key().unsafeArray()));
        environment.put(
                "ETCD_WATCH_VALUE", GoText.quote(event.keyValue().value().unsafeArray()));
    }

    private static int run(Process process, OutputStream output) throws IOException, InterruptedException {
        try {
            process.getInputStream().transferTo(output);
            output.flush();
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private Failure failure(String why) {
        return Failure.of(ExitCode.ERROR, "command \"" + String.join(" ", words) + "\" failed: " + why);
    }
}
