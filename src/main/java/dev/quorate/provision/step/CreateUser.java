package dev.quorate.provision.step;

import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the system user and group a member runs as. Who is there already stays as is. */
public final class CreateUser extends InformedStep<Set<String>> {

    /** The comment in the user's entry that tells whom a plan made, and so may remove. */
    static final String MARK = "etcd (made by quorate)";

    private static final String LOOK =
            "getent passwd \"$1\" >/dev/null && echo passwd; getent group \"$2\" >/dev/null && echo group";

    private final Host host;
    private final Account account;

    public CreateUser(Host host, Account account) {
        this.host = host;
        this.account = account;
    }

    @Override
    public String title() {
        return "create user";
    }

    @Override
    public String target() {
        return host.name();
    }

    /** In which of the two databases the account is. */
    @Override
    protected Set<String> find() throws InterruptedException {
        return host.run(look()).text().lines().collect(Collectors.toSet());
    }

    @Override
    protected StepState judge(Set<String> present) {
        if (present.equals(Set.of("passwd", "group"))) {
            return StepState.done(account.user() + " is there");
        }
        return StepState.needed(
                "there is no " + account.user() + ":" + account.group(),
                List.of(addGroup().toString(), addUser().toString()));
    }

    @Override
    protected void change(Set<String> present) throws InterruptedException {
        if (!present.contains("group")) {
            host.run(addGroup()).orThrow();
        }
        if (!present.contains("passwd")) {
            host.run(addUser()).orThrow();
        }
    }

    ShellCommand look() {
        return ShellCommand.reads("sh", "-c", LOOK, "look", account.user(), account.group());
    }

    private ShellCommand addGroup() {
        return ShellCommand.changes("groupadd", "--system", account.group());
    }

    /** No mail box, no skeleton, no login. */
    private ShellCommand addUser() {
        List<Object> words = new ArrayList<>(List.of("--system", "--no-create-home", "--gid", account.group()));
        account.home().ifPresent(home -> words.addAll(List.of("--home-dir", home)));
        words.addAll(List.of("--shell", account.shell(), "--comment", MARK, account.user()));
        return ShellCommand.changes("useradd", words.toArray());
    }
}
