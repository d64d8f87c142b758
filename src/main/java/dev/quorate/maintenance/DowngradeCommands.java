package dev.quorate.maintenance;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Maintenance.DowngradeAction;
import dev.quorate.session.Connections;
import java.util.List;

/** {@code downgrade …}. */
public final class DowngradeCommands implements CommandGroup {

    private static final String GROUP = "Cluster";
    private static final Argument<String> TARGET = Argument.required(
            "version", ValueTypes.TEXT.named("version"), "version to go down to, one minor version below: 3.5");

    private final Connections connections;

    public DowngradeCommands(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("downgrade validate", "Checks whether the cluster could go down to a version")
                        .group(GROUP)
                        .details("""
                                Needs etcd 3.5 or newer.

                                  downgrade validate 3.5
                                """)
                        .arguments(TARGET)
                        .runs(line -> print(line, DowngradeAction.VALIDATE, line.get(TARGET))),
                CommandSpec.named("downgrade enable", "Lets members of an older version join, to go down to it")
                        .group(GROUP)
                        .effect(Effect.DISRUPTS)
                        .details("""
                                Take a snapshot first; then replace the binary of one member after another. Needs etcd 3.5 or newer.

                                  downgrade enable 3.5
                                """)
                        .arguments(TARGET)
                        .runs(line -> print(line, DowngradeAction.ENABLE, line.get(TARGET))),
                CommandSpec.named("downgrade cancel", "Ends a downgrade that was enabled")
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .runs(line -> print(line, DowngradeAction.CANCEL, "")));
    }

    private void print(Invocation line, DowngradeAction action, String version) {
        line.print(new DowngradeView(action, connections.client().maintenance().downgrade(action, version)));
    }
}
