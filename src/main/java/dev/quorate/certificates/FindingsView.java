package dev.quorate.certificates;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Finding;
import dev.quorate.guard.Severity;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.Locale;

/**
 * What checks found, the worst first.
 *
 * @param allWell what is said where they found nothing
 */
record FindingsView(List<Finding> findings, String allWell) implements View {

    private static final List<String> COLUMNS = List.of("SEVERITY", "FINDING", "REMEDY");

    FindingsView {
        findings = findings.stream()
                .sorted((left, right) -> right.severity().compareTo(left.severity()))
                .toList();
    }

    /** @throws OperatorException where something must be mended, so that scripts stop */
    void requireNoBlocker() {
        long blockers = findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCKER)
                .count();
        if (blockers > 0) {
            throw OperatorException.of(
                    ExitCode.ERROR, blockers + (blockers == 1 ? " finding" : " findings") + " must be mended");
        }
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    Tree findingsTree() {
        return Tree.array(findings.stream()
                .map(finding -> Tree.fields()
                        .put("severity", word(finding.severity()))
                        .put("finding", finding.message())
                        .put("remedy", finding.remedy())
                        .build())
                .toList());
    }

    @Override
    public Tree tree() {
        return Tree.fields().put("findings", findingsTree()).build();
    }

    @Override
    public Table table() {
        Table table = Table.leftAligned(
                COLUMNS,
                findings.stream()
                        .map(finding -> List.of(word(finding.severity()), finding.message(), finding.remedy()))
                        .toList());
        return findings.isEmpty() ? table.withCaption(allWell) : table;
    }

    @Override
    public void lines(LineSink out) {
        if (findings.isEmpty()) {
            out.line(allWell);
        }
        for (Finding finding : findings) {
            out.line(word(finding.severity()) + ": " + finding.message() + "; " + finding.remedy());
        }
    }

    @Override
    public void fields(LineSink out) {
        table().writeFields(out);
    }

    @Override
    public boolean tabular() {
        return !findings.isEmpty();
    }
}
