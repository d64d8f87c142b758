package dev.quorate.cluster.lint;

import dev.quorate.guard.Severity;
import dev.quorate.inventory.file.Locations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what rules say. A path names the setting that is meant: {@code members[0].address}. */
final class Advice {

    private static final Comparator<LintFinding> WORST_FIRST =
            Comparator.comparing(LintFinding::severity).reversed().thenComparing(LintFinding::position);

    private final Locations locations;
    private final List<LintFinding> findings = new ArrayList<>();

    Advice(Locations locations) {
        this.locations = locations;
    }

    void blocker(String path, String message, String remedy) {
        add(Severity.BLOCKER, path, message, remedy);
    }

    void warning(String path, String message, String remedy) {
        add(Severity.WARNING, path, message, remedy);
    }

    void note(String path, String message, String remedy) {
        add(Severity.NOTE, path, message, remedy);
    }

    private void add(Severity severity, String path, String message, String remedy) {
        findings.add(new LintFinding(severity, locations.of(path), message, remedy));
    }

    List<LintFinding> findings() {
        return findings.stream().distinct().sorted(WORST_FIRST).toList();
    }
}
