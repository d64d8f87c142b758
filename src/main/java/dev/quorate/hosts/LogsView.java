package dev.quorate.hosts;

import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/**
 * Entries of several journals, in the order of time.
 *
 * @param width of the longest name of a host
 */
record LogsView(List<LogEntry> entries, int width) implements View {

    private static final int MILLISECONDS = "2026-11-20T13:46:57.123".length();

    @Override
    public Tree tree() {
        return Tree.array(entries.stream()
                .map(entry -> Tree.fields()
                        .put("time", entry.time() + "Z")
                        .put("host", entry.host())
                        .put("message", entry.message())
                        .build())
                .toList());
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                List.of("time", "host", "message"),
                entries.stream()
                        .map(entry -> List.of(time(entry), entry.host(), entry.message()))
                        .toList());
    }

    @Override
    public void lines(LineSink out) {
        entries.forEach(entry -> out.line(time(entry) + "  " + entry.host()
                + " ".repeat(width - entry.host().length()) + "  " + entry.message()));
    }

    private static String time(LogEntry entry) {
        return entry.time().substring(0, MILLISECONDS).replace('T', ' ');
    }

    @Override
    public void fields(LineSink out) {
        for (LogEntry entry : entries) {
            out.line("\"Time\" : " + GoText.quote(entry.time()));
            out.line("\"Host\" : " + GoText.quote(entry.host()));
            out.line("\"Message\" : " + GoText.quote(entry.message()));
            out.line("");
        }
    }
}
