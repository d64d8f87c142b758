package dev.quorate.guard;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All checks before a change, so that the operator hears everything at once. */
public record Preflight(List<Check> checks) {

    public Preflight {
        checks = List.copyOf(checks);
    }

    public static Preflight of(Check... checks) {
        return new Preflight(List.of(checks));
    }

    /** What all checks found, the gravest first. */
    public List<Finding> findings() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            findings.addAll(check.look());
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    /**
     * Tells every finding that does not block.
     *
     * @throws OperatorException with all that block, each with its remedy
     */
    public void pass(Consumer<String> note) throws InterruptedException {
        List<Finding> findings = findings();
        List<Finding> blockers = findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCKER)
                .toList();
        if (!blockers.isEmpty()) {
            throw refusal(blockers);
        }
        findings.forEach(finding -> note.accept(finding.severity().name().toLowerCase(Locale.ROOT) + ": "
                + finding.message() + " (" + finding.remedy() + ")"));
    }

    private static OperatorException refusal(List<Finding> blockers) {
        String what = blockers.stream().map(Finding::message).collect(Collectors.joining("\n  and "));
        String remedies = blockers.stream().map(Finding::remedy).distinct().collect(Collectors.joining("; "));
        return OperatorException.of(ExitCode.INVALID_INPUT, what, remedies);
    }
}
