package dev.quorate.cluster;

import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.plan.PlanReport;
import dev.quorate.plan.StepOutcome;
import dev.quorate.plan.StepState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a plan found to be done, step by step; what is as it should be is only counted. */
record PlanView(PlanReport report) implements View {

    private static final List<String> COLUMNS = List.of("step", "target", "state", "why");

    /** A step as it is told. */
    private record Row(String step, String target, String state, String why, List<String> changes) {
        static Row of(StepOutcome outcome) {
            String step = outcome.step().title();
            String target = outcome.step().target();
            return switch (outcome.before()) {
                case StepState.Done(String found, List<String> warnings, boolean differs) ->
                    new Row(step, target, "done", found, warnings);
                case StepState.Needed(String why, List<String> changes) ->
                    new Row(step, target, "needed", why, changes);
                case StepState.UnknownUntil(String earlier) ->
                    new Row(step, target, "later", "known only after '" + earlier + "'", List.of());
                case StepState.Blocked(String reason, String remedy) ->
                    new Row(step, target, "blocked", reason, List.of(remedy));
            };
        }

        Row withTarget(String newTarget) {
            return new Row(step, newTarget, state, why, changes);
        }

        boolean open() {
            return !state.equals("done");
        }
    }

    @Override
    public Tree tree() {
        return Tree.array(rows().stream().map(PlanView::tree).toList());
    }

    private static Tree tree(Row row) {
        return Tree.fields()
                .put("step", row.step())
                .put("target", row.target())
                .put("state", row.state())
                .put("why", row.why())
                .put("changes", Tree.array(row.changes().stream().map(Tree::of).toList()))
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                COLUMNS,
                rows().stream()
                        .map(row -> List.of(row.step(), row.target(), row.state(), row.why()))
                        .toList());
    }

    @Override
    public void lines(LineSink out) {
        List<Row> open = rows().stream().filter(Row::open).toList();
        alike(open).forEach((row, targets) -> {
            out.line("%s on %s: %s".formatted(row.step(), String.join(", ", targets), row.why()));
            row.changes().forEach(change -> out.line("    " + change));
        });
        int done = rows().size() - open.size();
        List<String> warnings = warnings();
        warnings.forEach(warning -> out.line("warning: " + warning));
        if (!open.isEmpty()) {
            out.line("%d to do, %d done already".formatted(open.size(), done));
        } else if (warnings.isEmpty()) {
            out.line("all is as it should be, nothing would be changed");
        } else {
            out.line("nothing would be changed");
        }
    }

    private List<String> warnings() {
        return rows().stream()
                .filter(row -> !row.open())
                .flatMap(row -> row.changes().stream().map(warning -> row.target() + ": " + warning))
                .toList();
    }

    /** What is to be done to several targets in the same way is told once. */
    private static Map<Row, Set<String>> alike(List<Row> rows) {
        Map<Row, Set<String>> alike = new LinkedHashMap<>();
        rows.forEach(row -> alike.computeIfAbsent(row.withTarget(""), _ -> new LinkedHashSet<>())
                .add(row.target()));
        return alike;
    }

    @Override
    public void fields(LineSink out) {
        for (Row row : rows()) {
            out.line("\"Step\" : " + GoText.quote(row.step()));
            out.line("\"Target\" : " + GoText.quote(row.target()));
            out.line("\"State\" : " + GoText.quote(row.state()));
            out.line("\"Why\" : " + GoText.quote(row.why()));
            row.changes().forEach(change -> out.line("\"Change\" : " + GoText.quote(change)));
            out.line("");
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        report.outcomes().forEach(outcome -> rows.add(Row.of(outcome)));
        return rows;
    }
}
