package dev.quorate.cluster;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import java.util.List;

/** {@code status}. */
public final class StatusCommands implements CommandGroup {

    private final ClusterStatus status;

    public StatusCommands(ClusterStatus status) {
        this.status = status;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("status", "Shows every member of the cluster and whether there is a quorum")
                .group("Health")
                .details("""
                        One row for each member: its role, version, database size and how much of it is in use, how far \
                        it is behind the leader, how fast it answers, its alarms and for how many days its certificate \
                        is good. The verdict below counts the votes and says what to do next.

                        The exit status is 0 if there is a quorum, 1 if there is none, 2 if no endpoint answers.""")
                .runs(this::show));
    }

    private void show(Invocation line) throws InterruptedException {
        StatusReport report = status.look();
        line.print(report.view());
        report.problems().forEach(line::note);
        report.requireQuorum();
    }
}
