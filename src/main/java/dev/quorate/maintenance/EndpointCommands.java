package dev.quorate.maintenance;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.HashKv;
import dev.quorate.etcd.view.HexIds;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.Reply;
import java.util.List;

/** {@code endpoint …}. */
public final class EndpointCommands implements CommandGroup {

    private static final String GROUP = "Health";
    private static final Flag<Boolean> CLUSTER =
            Flag.bool("cluster", "asks all endpoints of the member list instead of the session's");
    private static final Flag<Long> REVISION =
            Flag.value("rev", ValueTypes.INT64, 0L, "revision to hash up to; 0 for the newest");

    private final EndpointSurvey survey;

    public EndpointCommands(EndpointSurvey survey) {
        this.survey = survey;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("endpoint status", "Shows how each endpoint stands")
                        .group(GROUP)
                        .flags(CLUSTER)
                        .runs(this::status),
                CommandSpec.named("endpoint health", "Checks that each endpoint can commit")
                        .group(GROUP)
                        .flags(CLUSTER)
                        .runs(this::health),
                CommandSpec.named("endpoint hashkv", "Shows the hash of each endpoint's key history")
                        .group(GROUP)
                        .flags(CLUSTER, REVISION)
                        .runs(this::hashKv));
    }

    private void status(Invocation line) throws InterruptedException {
        List<Reply<EndpointStatus>> replies = survey.statuses(line.get(CLUSTER));
        line.print(HexIds.beside(new EndpointStatusView(replies), line.hex()));
        Silence.of("status", replies).report(line);
    }

    private void hashKv(Invocation line) throws InterruptedException {
        List<Reply<HashKv>> replies = survey.hashes(line.get(CLUSTER), line.get(REVISION));
        line.print(HexIds.beside(new HashKvView(replies), line.hex()));
        Silence.of("hash", replies).report(line);
    }

    private void health(Invocation line) throws InterruptedException {
        List<EndpointHealth> checked = survey.health(line.get(CLUSTER));
        line.print(new EndpointHealthView(checked));
        if (line.format() == OutputFormat.SIMPLE) {
            checked.stream().filter(EndpointHealth::bad).forEach(bad -> line.note(bad.line()));
        }
        EndpointHealth.requireAll(checked);
    }
}
