package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Firewall;
import dev.quorate.provision.FirewallRule;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets in who may reach a member, and leaves all other rules alone. A firewall that is off stays off, and one that is on is
 * never loaded anew: either could shut out the operator, whose SSH may be let in by a rule that is on no disk.
 */
public record ConfigureFirewall(Firewall firewall, List<FirewallRule> rules) implements Step {

    public ConfigureFirewall {
        rules = List.copyOf(rules);
    }

    @Override
    public String title() {
        return "configure firewall";
    }

    @Override
    public String target() {
        return firewall.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        if (!firewall.isThere()) {
            return StepState.blocked(
                    "there is no " + firewall.program(), "install it, or choose another firewall in the cluster file");
        }
        List<ShellCommand> missing = missing();
        if (!missing.isEmpty()) {
            return StepState.needed(
                    "rules are missing",
                    missing.stream().map(ShellCommand::toString).toList());
        }
        return firewall.isOn()
                ? StepState.done()
                : StepState.done(
                        "",
                        List.of(firewall.program() + " is off, nothing is held back; turn it on once SSH is let in"));
    }

    private List<ShellCommand> missing() throws InterruptedException {
        List<ShellCommand> commands = new ArrayList<>();
        for (Firewall.Rules present : firewall.rules()) {
            for (FirewallRule rule : rules) {
                if (!present.has(rule)) {
                    commands.add(present.add(rule));
                }
            }
        }
        return commands;
    }

    @Override
    public void apply() throws InterruptedException {
        for (ShellCommand command : missing()) {
            firewall.host().run(command).orThrow();
        }
    }
}
