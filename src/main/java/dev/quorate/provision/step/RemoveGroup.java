package dev.quorate.provision.step;

import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes the group of those who may read a client's key, if a plan made it and it serves nobody else. */
public final class RemoveGroup extends InformedStep<Map<String, String>> {

    /** Says nothing where there is no such group. Keys of another cluster would be among the files. */
    private static final String LOOK = """
            entry=$(getent group "$1") || exit 0
            number=$(echo "$entry" | cut -d: -f3)
            echo "mark $(getent gshadow "$1" | cut -d: -f2)"
            echo "members $(echo "$entry" | cut -d: -f4)"
            echo "primary $(getent passwd | awk -F: -v gid="$number" '$4 == gid { print $1 }' | head -n 1)"
            echo "file $(find /etc -xdev -group "$number" -print -quit)"
            """;

    private final Host host;
    private final String group;
    private final List<String> users;

    /** @param users who were put into it */
    public RemoveGroup(Host host, String group, List<String> users) {
        this.host = host;
        this.group = group;
        this.users = List.copyOf(users);
    }

    @Override
    public String title() {
        return "remove group";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    protected Map<String, String> find() throws InterruptedException {
        Map<String, String> found = new HashMap<>();
        host.run(look()).orThrow().text().lines().forEach(line -> {
            String[] parts = line.strip().split(" ", 2);
            found.put(parts[0], parts.length > 1 ? parts[1] : "");
        });
        return found;
    }

    @Override
    protected StepState judge(Map<String, String> found) {
        if (found.isEmpty()) {
            return StepState.done("no group " + group);
        }
        if (!found.getOrDefault("mark", "").equals(AdmitUsers.MARK)) {
            return StepState.done(group + " was there before and stays");
        }
        List<String> others =
                new ArrayList<>(List.of(found.getOrDefault("members", "").split(",")));
        others.addAll(List.of(found.getOrDefault("primary", ""), found.getOrDefault("file", "")));
        others.removeAll(users);
        others.removeIf(String::isEmpty);
        if (!others.isEmpty()) {
            return StepState.done("%s stays, as %s belongs to it".formatted(group, others.getFirst()));
        }
        return StepState.needed(group + " is there", List.of(removal().toString()));
    }

    @Override
    protected void change(Map<String, String> found) throws InterruptedException {
        host.run(removal()).orThrow();
    }

    ShellCommand look() {
        return ShellCommand.reads("sh", "-c", LOOK, "look", group);
    }

    private ShellCommand removal() {
        return ShellCommand.changes("groupdel", group);
    }
}
