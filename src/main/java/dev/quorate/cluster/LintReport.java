package dev.quorate.cluster;

import dev.quorate.cluster.lint.LintFinding;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Severity;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code cluster lint} found, the worst first. In plain lines each begins as compilers' do, so that editors jump there. */
record LintReport(Path file, List<LintFinding> findings) implements View {

    private static final List<String> COLUMNS = List.of("severity", "where", "finding", "remedy");

    LintReport {
        findings = List.copyOf(findings);
    }

    /** @throws OperatorException where something must be mended, so that scripts stop */
    void requireNoBlocker() {
        long blockers = count(Severity.BLOCKER);
        if (blockers > 0) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    blockers + (blockers == 1 ? " finding" : " findings") + " in " + file + " must be mended");
        }
    }

    /** {@code 1 blocker, 2 warnings}; what there is nothing of is left out. */
    String summary() {
        StringBuilder text = new StringBuilder();
        for (Severity severity : List.of(Severity.BLOCKER, Severity.WARNING, Severity.NOTE)) {
            long count = count(severity);
            if (count > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(word(severity));
                text.append(count == 1 ? "" : "s");
            }
        }
        return text.isEmpty() ? "nothing to find fault with in " + file : text + " in " + file;
    }

    private long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("file", file.toString())
                .put(
                        "findings",
                        Tree.array(findings.stream().map(LintReport::tree).toList()))
                .build();
    }

    private static Tree tree(LintFinding finding) {
        return Tree.fields()
                .put("severity", word(finding.severity()))
                .put("line", finding.position().line())
                .put("column", finding.position().column())
                .put("finding", finding.message())
                .put("remedy", finding.remedy())
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                        COLUMNS, findings.stream().map(LintReport::cells).toList())
                .withCaption(summary());
    }

    private static List<String> cells(LintFinding finding) {
        return List.of(word(finding.severity()), finding.position().toString(), finding.message(), finding.remedy());
    }

    @Override
    public boolean tabular() {
        return !findings.isEmpty();
    }

    @Override
    public void lines(LineSink out) {
        for (LintFinding finding : findings) {
            out.line(file + ":" + finding.position() + ": " + word(finding.severity()) + ": " + finding.message() + "; "
                    + finding.remedy());
        }
        if (findings.isEmpty()) {
            out.line(summary());
        }
    }

    @Override
    public void fields(LineSink out) {
        table().writeFields(out);
    }
}
