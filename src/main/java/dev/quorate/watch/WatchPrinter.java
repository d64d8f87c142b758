package dev.quorate.watch;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchResponse;
import java.util.List;

/** Writes the answers of the watches of one line, one at a time, and runs the command of each. */
final class WatchPrinter {

    private final Invocation line;

    WatchPrinter(Invocation line) {
        this.line = line;
    }

    /** @param command to run for each event, or empty */
    synchronized void accept(WatchResponse response, List<String> command) {
        if (response.created() && !response.canceled()) {
            return;
        }
        if (response.canceled()) {
            line.note("watch was canceled (" + reason(response) + ")");
        }
        if (tellsProgress(response)) {
            line.print(new ProgressView(response.header().revision()));
        }
        line.print(new WatchView(response, line.hex()));
        if (!command.isEmpty()) {
            run(command, response);
        }
    }

    private void run(List<String> command, WatchResponse response) {
        var eventCommand = new EventCommand(command, line);
        for (WatchEvent event : response.events()) {
            eventCommand.run(event, response.header().revision());
        }
    }

    private static boolean tellsProgress(WatchResponse response) {
        return response.events().isEmpty()
                && !response.canceled()
                && response.compactRevision() == 0
                && response.header().revision() != 0;
    }

    private static String reason(WatchResponse response) {
        if (response.compactRevision() != 0) {
            return "the revision asked for has been compacted; the oldest there is: " + response.compactRevision();
        }
        return response.cancelReason().isEmpty() ? "etcd gave no reason" : response.cancelReason();
    }
}
