package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Firewall;
import dev.quorate.provision.FirewallRule;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;

/** Takes away the rules that let in whom a member served. */
public record RemoveFirewallRules(Firewall firewall, List<FirewallRule> rules) implements Step {

    public RemoveFirewallRules {
        rules = List.copyOf(rules);
    }

    @Override
    public String title() {
        return "remove firewall rules";
    }

    @Override
    public String target() {
        return firewall.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        List<String> left = left().stream().map(ShellCommand::toString).toList();
        return left.isEmpty() ? StepState.done("none") : StepState.needed("they are there", left);
    }

    private List<ShellCommand> left() throws InterruptedException {
        List<ShellCommand> commands = new ArrayList<>();
        if (!firewall.isThere()) {
            return commands;
        }
        for (Firewall.Rules present : firewall.rules()) {
            for (FirewallRule rule : rules) {
                if (present.has(rule)) {
                    commands.add(present.delete(rule));
                }
            }
        }
        return commands;
    }

    @Override
    public void apply() throws InterruptedException {
        for (ShellCommand command : left()) {
            firewall.host().run(command).orThrow();
        }
    }
}
