package dev.quorate.cluster;

import dev.quorate.command.Invocation;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.source.HostTable;
import dev.quorate.inventory.source.Imported;
import java.util.ArrayList;
import java.util.List;

/** Asks a person at a terminal for what a new cluster cannot be made without. */
final class InitQuestions {

    private final Invocation line;

    InitQuestions(Invocation line) {
        this.line = line;
    }

    String name() {
        String name = line.readLine("name of the cluster [prod]: ").strip();
        return name.isEmpty() ? "prod" : name;
    }

    private void take(NodeSpec member, List<NodeSpec> members) {
        for (NodeSpec before : members) {
            if (before.name().equals(member.name()) || before.address().equals(member.address())) {
                line.note("there is " + before.name() + " " + before.address() + " already: each needs a name and an "
                        + "address of its own");
                return;
            }
        }
        members.add(member);
    }

    /** Members until an empty line; pasting a table works. */
    List<NodeSpec> members() {
        line.note(
                "members, one on a line: NAME ADDRESS [HOST], where HOST is what SSH connects to; an empty line ends");
        List<NodeSpec> members = new ArrayList<>();
        while (true) {
            String text = line.readLine("member " + (members.size() + 1) + ": ");
            if (text.isBlank()) {
                return members;
            }
            Imported result = HostTable.parse(text);
            if (result.members().isEmpty()) {
                line.note("\"" + text.strip() + "\" is no \"NAME ADDRESS [HOST]\"");
            }
            result.members().forEach(member -> take(member, members));
        }
    }
}
