package dev.quorate.cluster;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.failure.Failure;
import dev.quorate.health.MemberState;
import dev.quorate.output.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code status} tells of one member.
 *
 * @param lag raft entries behind the highest index seen
 * @param certificateDays for which its certificate is good still
 */
record MemberRow(MemberState state, Optional<Long> lag, List<Alarm> alarms, Optional<Long> certificateDays) {

    static final List<String> COLUMNS =
            List.of("name", "endpoint", "role", "version", "db size", "in use", "lag", "latency", "alarms", "cert");

    private static final String NONE = "-";

    static MemberRow of(MemberState member, MembersReport report) {
        long highest = report.state().raftIndex().orElse(0);
        return new MemberRow(
                member,
                member.status().map(status -> highest - status.raftIndex()),
                report.state().alarmsOf(member),
                report.certificateDays(member));
    }

    List<String> cells() {
        return List.of(
                state.name(),
                state.endpoint().map(Endpoint::authority).orElse(NONE),
                state.role().toString(),
                of(EndpointStatus::version),
                of(status -> ByteSize.text(status.dbSize())),
                of(status -> ByteSize.text(status.dbSizeInUse())),
                lag.map(String::valueOf).orElse(NONE),
                of(status -> milliseconds(state.latency())),
                alarmNames(),
                certificateDays.map(MemberRow::days).orElse(NONE));
    }

    String endpoint() {
        return state.endpoint().map(Endpoint::text).orElse(NONE);
    }

    private String of(Function<EndpointStatus, String> property) {
        return state.status().map(property).orElse(NONE);
    }

    private String alarmNames() {
        return alarms.stream().map(alarm -> alarm.type().name()).collect(Collectors.joining(" "));
    }

    private static String days(long days) {
        return days < 0 ? "expired" : days + " days";
    }

    private static String milliseconds(Duration latency) {
        return String.format(Locale.ROOT, "%.1f ms", latency.toNanos() / 1e6);
    }

    /** Why it does not answer, empty if it does. */
    String error() {
        return state.failure().map(Failure::what).orElse("");
    }
}
