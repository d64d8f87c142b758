package dev.quorate.hosts;

import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.remote.CommandResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a command wrote on each host; hosts that wrote the same stand together. */
record ExecView(List<CommandResult> results) implements View {

    /** What makes two results the same to a reader. */
    private record Written(String output, int status) {}

    @Override
    public Tree tree() {
        return Tree.array(results.stream()
                .map(result -> Tree.fields()
                        .put("host", result.host())
                        .put("status", result.status())
                        .put("output", result.text())
                        .put("errors", result.errorText())
                        .build())
                .toList());
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                List.of("hosts", "status", "output"),
                groups().entrySet().stream()
                        .map(group -> List.of(
                                String.join(",", group.getValue()),
                                Integer.toString(group.getKey().status()),
                                group.getKey().output().strip()))
                        .toList());
    }

    @Override
    public void lines(LineSink out) {
        groups().forEach((written, hosts) -> {
            out.line("=== " + String.join(",", hosts)
                    + (written.status() == 0 ? "" : " (status " + written.status() + ")"));
            if (!written.output().isEmpty()) {
                out.line(written.output().stripTrailing());
            }
        });
    }

    private Map<Written, List<String>> groups() {
        Map<Written, List<String>> groups = new LinkedHashMap<>();
        for (CommandResult result : results) {
            groups.computeIfAbsent(new Written(result.text(), result.status()), each -> new ArrayList<>())
                    .add(result.host());
        }
        return groups;
    }

    @Override
    public void fields(LineSink out) {
        for (CommandResult result : results) {
            out.line("\"Host\" : " + GoText.quote(result.host()));
            out.line("\"Status\" : " + result.status());
            out.line("\"Output\" : " + GoText.quote(result.text()));
            out.line("\"Errors\" : " + GoText.quote(result.errorText()));
            out.line("");
        }
    }
}
