package dev.quorate.snapshot;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import java.util.Comparator;
import java.util.List;

/**
 * A member a snapshot can be taken from.
 *
 * @param name of the member, empty where it is not known
 * @param alarmed whether it has raised an alarm
 */
record Source(Endpoint endpoint, String name, EndpointStatus status, boolean alarmed) {

    /** A follower may be as many entries behind in passing; one that is further behind would give an old snapshot. */
    private static final long USUAL_LAG = 1_000;

    /** The best first: a healthy follower that is up to date, since the leader has most to do. */
    static List<Source> ranked(List<Source> sources) {
        long newest = sources.stream().mapToLong(Source::index).max().orElse(0);
        return sources.stream()
                .sorted(Comparator.comparing(Source::alarmed)
                        .thenComparing(source -> source.status.leader() == 0)
                        .thenComparing(source -> newest - source.index() > USUAL_LAG)
                        .thenComparing(source -> source.status.learner())
                        .thenComparing(Source::leads)
                        .thenComparing(Comparator.comparingLong(Source::index).reversed()))
                .toList();
    }

    private long index() {
        return status.raftAppliedIndex();
    }

    private boolean leads() {
        return status.leader() == status.header().memberId();
    }

    /** Who it is: {@code etcd2 (https://10.0.0.2:2379), a follower}. */
    String described() {
        String who = name.isEmpty() ? endpoint.text() : name + " (" + endpoint + ")";
        return who + ", " + role();
    }

    private String role() {
        if (leads()) {
            return "the leader";
        }
        return status.learner() ? "a learner" : "a follower";
    }
}
