package dev.quorate.cluster.lint;

import dev.quorate.guard.Severity;
import dev.quorate.inventory.file.ClusterDocument;
import java.util.List;
import java.util.Map;

/** Checks a cluster file against all rules. */
public final class ClusterLint {

    private final List<Rule> rules;

    /**
     * @param resolver finds the addresses of names
     * @param tokens of the other clusters the console knows, by name
     */
    public ClusterLint(NameResolver resolver, Map<String, String> tokens) {
        rules = List.of(
                new MemberCount(),
                new Zones(),
                new PeerUrls(),
                new ResolvedNames(resolver),
                new Token(tokens),
                new Places(),
                new Exposure(),
                new Version(),
                new Options(),
                new Service(),
                new CertificateNames(),
                new Subjects(),
                new CertificateUses(),
                new CertificateFiles(),
                new CipherSuites(),
                new Trust());
    }

    /** What is wrong with it, and where it is sound what could be better; the worst first. */
    public List<LintFinding> check(ClusterDocument document) throws InterruptedException {
        if (!document.faults().isEmpty()) {
            return document.faults().stream()
                    .map(fault -> new LintFinding(Severity.BLOCKER, fault.position(), fault.message(), fault.remedy()))
                    .toList();
        }
        Advice advice = new Advice(document.locations());
        for (Rule rule : rules) {
            rule.check(document.spec(), advice);
        }
        return advice.findings();
    }
}
