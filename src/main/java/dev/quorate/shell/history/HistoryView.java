package dev.quorate.shell.history;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** @param first the number of the first entry shown, from 1 */
record HistoryView(List<HistoryEntry> entries, int first) implements View {

    static HistoryView of(List<HistoryEntry> all, Optional<Integer> count) {
        int shown = Math.clamp(count.orElse(all.size()), 0, all.size());
        return new HistoryView(all.subList(all.size() - shown, all.size()), all.size() - shown + 1);
    }

    @Override
    public Tree tree() {
        return Tree.array(entries.stream()
                .map(entry -> Tree.fields()
                        .put("time", entry.time().toString())
                        .put("line", entry.line())
                        .build())
                .toList());
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            rows.add(List.of(String.valueOf(first + rows.size()), entry.time().toString(), entry.line()));
        }
        return Table.leftAligned(List.of("number", "time", "line"), rows);
    }

    @Override
    public void lines(LineSink out) {
        int number = first;
        for (HistoryEntry entry : entries) {
            out.line(String.format("%5d  ", number++) + entry.line());
        }
    }

    @Override
    public void fields(LineSink out) {
        for (HistoryEntry entry : entries) {
            out.line("\"Time\" : \"" + entry.time() + "\"");
            out.line("\"Line\" : \"" + entry.line() + "\"");
        }
    }
}
