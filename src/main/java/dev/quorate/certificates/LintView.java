package dev.quorate.certificates;

import dev.quorate.certificates.LintTarget.Need;
import dev.quorate.guard.Finding;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The matrix of hosts and certificates, and under it what was found. */
record LintView(List<Row> rows, FindingsView findings) implements View {

    private static final List<String> COLUMNS =
            List.of("MEMBER", "HOST", "FROM", "FOR CLIENTS", "COVERED", "FOR PEERS", "COVERED");

    /**
     * @param host by which the member is reached
     * @param from what tells so
     */
    record Row(String member, String host, List<String> from, Cell server, Cell peer) {
        Row {
            from = List.copyOf(from);
        }
    }

    /**
     * @param certificate the name of the one shown to whoever comes by this host
     * @param need whether anybody comes so
     */
    record Cell(Optional<String> certificate, Need need, boolean covered) {

        private String name() {
            return certificate.orElse("none");
        }

        private String answer() {
            if (covered) {
                return "yes";
            }
            return switch (need) {
                case YES -> "NO";
                case MAYBE -> "no";
                case NO -> "-";
            };
        }
    }

    LintView {
        rows = List.copyOf(rows);
    }

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("matrix", Tree.array(rows.stream().map(LintView::tree).toList()))
                .put("findings", findings.findingsTree())
                .build();
    }

    private static Tree tree(Row row) {
        return Tree.fields()
                .put("member", row.member())
                .put("host", row.host())
                .put("from", Tree.array(row.from().stream().map(Tree::of).toList()))
                .put("clients", tree(row.server()))
                .put("peers", tree(row.peer()))
                .build();
    }

    private static Tree tree(Cell cell) {
        return Tree.fields()
                .put("certificate", cell.name())
                .put("needed", cell.need() == Need.YES)
                .put("covered", cell.covered())
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(COLUMNS, rows.stream().map(LintView::cells).toList())
                .withCaption(caption());
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.member(),
                row.host(),
                String.join(" ", row.from()),
                row.server().name(),
                row.server().answer(),
                row.peer().name(),
                row.peer().answer());
    }

    private String caption() {
        if (findings.findings().isEmpty()) {
            return findings.allWell();
        }
        return findings.findings().stream().map(LintView::text).collect(Collectors.joining("\n"));
    }

    private static String text(Finding finding) {
        return FindingsView.word(finding.severity()) + ": " + finding.message() + "\n  " + finding.remedy();
    }

    @Override
    public void lines(LineSink out) {
        table().writeLines(out);
        findings.lines(out);
    }

    @Override
    public void fields(LineSink out) {
        table().writeFields(out);
        findings.fields(out);
    }

    @Override
    public boolean tabular() {
        return true;
    }
}
