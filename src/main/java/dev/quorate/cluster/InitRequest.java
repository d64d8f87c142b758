package dev.quorate.cluster;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.Example;
import dev.quorate.inventory.source.HostTable;
import java.util.List;
import java.util.Optional;

/**
 * What {@code cluster init} is asked for: by its flags, else by answers at a terminal.
 *
 * @param members none to keep those of the example
 */
record InitRequest(String name, List<NodeSpec> members, Optional<Example> like) {

    static InitRequest of(Invocation line, NewCluster newCluster) {
        InitQuestions questions = new InitQuestions(line);
        Optional<Example> like = line.get(ClusterFlags.LIKE);
        String name = name(line, questions, like);
        newCluster.requireFree(line, name);
        List<NodeSpec> members =
                line.get(ClusterFlags.MEMBERS).stream().map(InitRequest::member).toList();
        if (members.isEmpty() && like.isEmpty()) {
            members = asked(line, questions);
        }
        return new InitRequest(name, members, like);
    }

    private static String name(Invocation line, InitQuestions questions, Optional<Example> like) {
        return line.get(ClusterFlags.NEW_NAME)
                .or(() -> like.map(example -> example.spec().name()))
                .orElseGet(() -> {
                    requirePerson(line, "the new cluster has no name", "cluster init NAME --member etcd1=10.0.0.1 …");
                    return questions.name();
                });
    }

    private static List<NodeSpec> asked(Invocation line, InitQuestions questions) {
        String hint = "name them: --member etcd1=10.0.0.1 --member etcd2=10.0.0.2 …, or take those of --like 000";
        requirePerson(line, "the new cluster has no members", hint);
        List<NodeSpec> members = questions.members();
        if (members.isEmpty()) {
            throw OperatorException.of(ExitCode.INVALID_INPUT, "the new cluster has no members", hint);
        }
        return members;
    }

    private static void requirePerson(Invocation line, String what, String hint) {
        if (!line.interactive()) {
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, what, hint);
        }
    }

    private static NodeSpec member(String text) {
        return HostTable.member(text)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        "\"" + text + "\" is no member",
                        "write etcd1=10.0.0.1, or etcd1=10.0.0.1@HOST where SSH connects to HOST"));
    }

    String heading() {
        return "What the cluster " + name + " should be."
                + like.map(example -> "\nIts settings began as those of example " + example.word() + ".")
                        .orElse("");
    }
}
