package dev.quorate.provision.step;

import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.util.List;

/** Removes the system user of a member, if a plan made it. Its group goes with it. */
public record RemoveUser(Host host, Account account) implements Step {

    @Override
    public String title() {
        return "remove user";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        CommandResult entry = host.run(ShellCommand.reads("getent", "passwd", account.user()));
        if (!entry.succeeded()) {
            return StepState.done("no user " + account.user());
        }
        if (!entry.text().contains(":" + CreateUser.MARK + ":")) {
            return StepState.done(account.user() + " was there before and stays");
        }
        return StepState.needed(account.user() + " is there", List.of(removal().toString()));
    }

    @Override
    public void apply() throws InterruptedException {
        host.run(removal()).orThrow();
        if (host.run(ShellCommand.reads("getent", "group", account.group())).succeeded()) {
            host.run(ShellCommand.changes("groupdel", account.group())).orThrow();
        }
    }

    private ShellCommand removal() {
        return ShellCommand.changes("userdel", account.user());
    }
}
