package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;

/** Puts users of a host into the group that may read a client's key. It takes effect when they log in next. */
public record AdmitUsers(Host host, String group, List<String> users) implements Step {

    /**
     * What stands in place of the password of a group that a plan made, and so may remove: a group has no comment. No password
     * is that one (crypt(5)).
     */
    static final String MARK = "!quorate";

    public AdmitUsers {
        users = List.copyOf(users);
    }

    @Override
    public String title() {
        return "admit users";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        List<ShellCommand> missing = new ArrayList<>();
        if (!hasGroup()) {
            missing.add(addGroup());
        }
        for (String user : users) {
            CommandResult groups = host.run(ShellCommand.reads("id", "-Gn", user));
            if (!groups.succeeded()) {
                return StepState.blocked(
                        "there is no user " + user, "make the user there, or leave it out of profile.users");
            }
            if (!List.of(groups.text().strip().split(" ")).contains(group)) {
                missing.add(admit(user));
            }
        }
        return missing.isEmpty()
                ? StepState.done()
                : StepState.needed(
                        "not yet in group " + group,
                        missing.stream().map(ShellCommand::toString).toList());
    }

    @Override
    public void apply() throws InterruptedException {
        if (!hasGroup()) {
            host.run(addGroup()).orThrow();
        }
        for (String user : users) {
            host.run(admit(user)).orThrow();
        }
    }

    private boolean hasGroup() throws InterruptedException {
        return host.run(ShellCommand.reads("getent", "group", group)).succeeded();
    }

    private ShellCommand addGroup() {
        return ShellCommand.changes("groupadd", "--system", "--password", MARK, group);
    }

    private ShellCommand admit(String user) {
        return ShellCommand.changes("usermod", "--append", "--groups", group, user);
    }
}
