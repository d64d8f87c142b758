package dev.quorate.provision.step;

import dev.quorate.inventory.FirewallSpec;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.FirewallRule;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets in who may reach a member, and leaves all other rules alone. A firewall that is off stays off: turning it on could
 * shut the operator out.
 */
public record ConfigureFirewall(Host host, FirewallSpec.Kind kind, List<FirewallRule> rules) implements Step {

    public ConfigureFirewall {
        rules = List.copyOf(rules);
    }

    @Override
    public String title() {
        return "configure firewall";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        CommandResult present = host.run(listing());
        if (present.status() == 127) {
            return StepState.blocked("there is no " + program(), "install it, or choose another firewall");
        }
        List<String> missing = missing(present.text()).stream()
                .map(rule -> allowing(rule).toString())
                .toList();
        if (!missing.isEmpty()) {
            return StepState.needed("rules are missing", missing);
        }
        return running()
                ? StepState.done()
                : StepState.done(
                        "", List.of(program() + " is off, nothing is held back; turn it on once SSH is let in"));
    }

    @Override
    public void apply() throws InterruptedException {
        for (FirewallRule rule : missing(host.run(listing()).orThrow().text())) {
            host.run(allowing(rule)).orThrow();
        }
        if (kind == FirewallSpec.Kind.FIREWALLD && running()) {
            host.run(ShellCommand.changes("firewall-cmd", "--reload")).orThrow();
        }
    }

    private boolean running() throws InterruptedException {
        return switch (kind) {
            case UFW -> host.run(ShellCommand.reads("ufw", "status")).text().contains("Status: active");
            case FIREWALLD ->
                host.run(ShellCommand.reads("firewall-cmd", "--state")).succeeded();
            case NONE -> true;
        };
    }

    private List<FirewallRule> missing(String listed) {
        List<String> lines = listed.lines().map(String::strip).toList();
        List<FirewallRule> missing = new ArrayList<>();
        for (FirewallRule rule : rules) {
            if (!lines.contains(text(rule))) {
                missing.add(rule);
            }
        }
        return missing;
    }

    private ShellCommand listing() {
        return switch (kind) {
            case UFW -> ShellCommand.reads("sh", "-c", "command -v ufw >/dev/null || exit 127; ufw show added");
            case FIREWALLD ->
                ShellCommand.reads(
                        "sh",
                        "-c",
                        "command -v firewall-cmd >/dev/null || exit 127; firewall-offline-cmd --list-rich-rules");
            case NONE -> ShellCommand.reads("true");
        };
    }

    private ShellCommand allowing(FirewallRule rule) {
        if (kind == FirewallSpec.Kind.UFW) {
            return ShellCommand.changes(
                    "ufw", "allow", "from", rule.source(), "to", "any", "port", rule.port(), "proto", "tcp");
        }
        return ShellCommand.changes("firewall-cmd", "--permanent", "--add-rich-rule", text(rule));
    }

    /** The rule as the firewall lists it. */
    private String text(FirewallRule rule) {
        boolean any = rule.source().equals(FirewallRule.ANY);
        if (kind == FirewallSpec.Kind.UFW) {
            return any
                    ? "ufw allow %d/tcp".formatted(rule.port())
                    : "ufw allow from %s to any port %d proto tcp".formatted(rule.source(), rule.port());
        }
        String family = rule.source().indexOf(':') < 0 ? "ipv4" : "ipv6";
        String source = any ? "" : " source address=\"" + rule.source() + "\"";
        return "rule family=\"%s\"%s port port=\"%d\" protocol=\"tcp\" accept".formatted(family, source, rule.port());
    }

    private String program() {
        return kind == FirewallSpec.Kind.UFW ? "ufw" : "firewalld";
    }
}
