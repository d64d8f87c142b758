package dev.quorate.cluster;

import dev.quorate.failure.Failure;
import dev.quorate.health.Role;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.session.Reply;
import java.util.List;

record SilentView(SilentReport report) implements View {

    private List<List<String>> rows() {
        return report.replies().stream()
                .map(reply -> List.of(reply.endpoint().text(), Role.UNREACHABLE.toString(), why(reply)))
                .toList();
    }

    private static String why(Reply<?> reply) {
        return reply.failure().map(Failure::what).orElse("");
    }

    @Override
    public Tree tree() {
        Tree.Builder fields = Tree.fields();
        report.cluster().ifPresent(name -> fields.put("cluster", name));
        return fields.put("quorum", Tree.fields().put("present", false).build())
                .put("verdict", SilentReport.VERDICT)
                .put(
                        "endpoints",
                        Tree.array(report.replies().stream()
                                .map(SilentView::endpoint)
                                .toList()))
                .build();
    }

    private static Tree endpoint(Reply<?> reply) {
        return Tree.fields()
                .put("endpoint", reply.endpoint().text())
                .put("role", Role.UNREACHABLE.toString())
                .put("error", why(reply))
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(List.of("endpoint", "role", "error"), rows()).withCaption(SilentReport.VERDICT);
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        rows().forEach(row -> out.line(String.join(", ", row)));
        out.line(SilentReport.VERDICT);
    }

    @Override
    public void fields(LineSink out) {
        for (List<String> row : rows()) {
            out.line("\"endpoint\" : " + GoText.quote(row.get(0)));
            out.line("\"role\" : " + GoText.quote(row.get(1)));
            out.line("\"error\" : " + GoText.quote(row.get(2)));
            out.line("");
        }
        out.line("\"verdict\" : " + GoText.quote(SilentReport.VERDICT));
    }
}
