package dev.quorate.maintenance;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.Maintenance;
import dev.quorate.etcd.view.HexIds;
import dev.quorate.session.Connections;
import java.util.List;

/** {@code alarm …}. */
public final class AlarmCommands implements CommandGroup {

    private static final String GROUP = "Health";
    private static final Alarm EVERY = new Alarm(0, Alarm.Type.NONE);

    private final Connections connections;

    public AlarmCommands(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("alarm list", "Lists the alarms that are raised")
                        .group(GROUP)
                        .runs(this::list),
                CommandSpec.named("alarm disarm", "Disarms every alarm")
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .runs(this::disarm));
    }

    private void list(Invocation line) {
        line.print(HexIds.beside(AlarmsView.raised(maintenance().alarms()), line.hex()));
    }

    private void disarm(Invocation line) {
        line.print(HexIds.beside(AlarmsView.disarmed(maintenance().disarm(EVERY)), line.hex()));
    }

    private Maintenance maintenance() {
        return connections.client().maintenance();
    }
}
