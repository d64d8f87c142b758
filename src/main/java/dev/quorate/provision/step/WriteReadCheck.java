package dev.quorate.provision.step;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.remote.ServiceStatus.State;
import java.util.List;

/**
 * Writes a key through the first member and reads it through every one, then deletes it. A cluster that was written to once is
 * only read through every member: a second run leaves no trace.
 */
public record WriteReadCheck(String cluster, List<Node> nodes, EtcdClients clients, EtcdSettings settings)
        implements Step {

    private static final Bytes KEY = Bytes.of("quorate/check");
    private static final Bytes VALUE = Bytes.of("written by the first member, read by all");
    private static final long NEVER_WRITTEN = 1;

    public WriteReadCheck {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String title() {
        return "write and read";
    }

    @Override
    public String target() {
        return cluster;
    }

    @Override
    public StepState inspect() throws InterruptedException {
        if (!Node.states(nodes).stream().allMatch(State.RUNNING::equals)) {
            return StepState.unknownUntil(AwaitHealthy.TITLE);
        }
        try (EtcdClient client = clients.connect(settings)) {
            long revision = 0;
            for (Endpoint endpoint : client.endpoints()) {
                RangeResponse read = read(client, endpoint);
                if (read.count() > 0) {
                    return StepState.needed("a check was broken off");
                }
                revision = Math.max(revision, read.header().revision());
            }
            return revision > NEVER_WRITTEN
                    ? StepState.done("every member reads revision " + revision)
                    : StepState.needed("nothing was ever written");
        }
    }

    @Override
    public void apply() throws InterruptedException {
        try (EtcdClient client = clients.connect(settings)) {
            client.at(client.endpoints().getFirst()).keys().put(PutRequest.of(KEY, VALUE));
            for (Endpoint endpoint : client.endpoints()) {
                if (read(client, endpoint).count() == 0) {
                    throw OperatorException.of(
                            ExitCode.ERROR,
                            "a key written through %s is not read through %s"
                                    .formatted(client.endpoints().getFirst(), endpoint),
                            "see whether all endpoints are of one cluster: endpoint status --cluster");
                }
            }
            client.keys().delete(new DeleteRequest(KeyRange.single(KEY), false));
        }
    }

    private static RangeResponse read(EtcdClient client, Endpoint endpoint) {
        return client.at(endpoint).keys().range(RangeRequest.of(KeyRange.single(KEY)));
    }
}
