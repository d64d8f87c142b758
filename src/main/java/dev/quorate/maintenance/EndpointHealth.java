package dev.quorate.maintenance;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.AlarmList;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.GoDuration;
import dev.quorate.session.Reply;
import java.time.Duration;
import java.util.List;

/**
 * Whether an endpoint can commit: a read that needs a quorum, through it alone, and no alarm raised.
 *
 * @param took for the read
 * @param error what is wrong, empty if nothing is
 */
record EndpointHealth(Endpoint endpoint, Duration took, String error) {

    /** The key is etcdctl's; whether it is there does not matter. */
    private static final Bytes PROBED = Bytes.of("health");

    /** What one endpoint, asked alone, answered. */
    record Answer(Duration took, String error) {}

    /** Connects before the clock starts, so that what is told is the time of the commit. */
    static Answer check(EtcdClient client, Endpoint endpoint) {
        EtcdClient alone = client.at(endpoint);
        alone.membership().list(false);
        long start = System.nanoTime();
        read(alone);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Answer(took, alarms(alone));
    }

    /** A refusal of permission is health too: it was decided by a quorum. */
    private static void read(EtcdClient alone) {
        try {
            alone.keys().range(RangeRequest.of(KeyRange.single(PROBED)));
        } catch (OperatorException e) {
            if (!e.failure().what().contains("permission denied")) {
                throw e;
            }
        }
    }

    private static String alarms(EtcdClient alone) {
        AlarmList raised;
        try {
            raised = alone.maintenance().alarms();
        } catch (OperatorException e) {
            return "Unable to fetch the alarm list";
        }
        if (raised.alarms().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("Active Alarm(s): ");
        raised.alarms().forEach(alarm -> text.append(name(alarm.type())).append(' '));
        return text.toString();
    }

    private static String name(Alarm.Type type) {
        return type == Alarm.Type.NONE ? "UNKNOWN" : type.name();
    }

    static EndpointHealth of(Reply<Answer> reply) {
        return reply.value()
                .map(answer -> new EndpointHealth(reply.endpoint(), answer.took(), answer.error()))
                .orElseGet(() -> failed(reply));
    }

    private static EndpointHealth failed(Reply<Answer> reply) {
        String error = reply.failure().map(failure -> failure.what()).orElse("");
        return new EndpointHealth(reply.endpoint(), reply.took(), error);
    }

    boolean bad() {
        return !error.isEmpty();
    }

    String tookText() {
        return GoDuration.text(took);
    }

    /** The sentence etcdctl has for it. */
    String line() {
        if (bad()) {
            return endpoint + " is unhealthy: failed to commit proposal: " + error;
        }
        return endpoint + " is healthy: successfully committed proposal: took = " + tookText();
    }

    static void requireAll(List<EndpointHealth> checked) {
        if (checked.stream().anyMatch(EndpointHealth::bad)) {
            throw OperatorException.of(
                    ExitCode.ERROR, "unhealthy cluster", "status shows whether there is a quorum and what to do next");
        }
    }
}
