package dev.quorate.maintenance;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.AlarmList;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.HashKv;
import dev.quorate.etcd.Maintenance.DowngradeAction;
import dev.quorate.etcd.Maintenance.Downgraded;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.output.View;
import dev.quorate.session.Reply;
import dev.quorate.testing.ViewGolden;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simple, json and fields files have the shapes of etcdctl 3.5.30. */
class MaintenanceViewsTest {

    private static final long ID = 0xf4a457008d1441f2L;
    private static final Endpoint FIRST = new Endpoint("127.0.0.1:2379");
    private static final Endpoint SECOND = new Endpoint("https://127.0.0.2:2379");
    private static final Duration TOOK = Duration.ofNanos(3_004_749);
    private static final ResponseHeader HEADER = new ResponseHeader(5885719011582526788L, ID, 4, 2);
    private static final EndpointStatus LEADER =
            new EndpointStatus(HEADER, "3.5.30", 20480, 16384, ID, 56, 2, 55, false, List.of());
    private static final EndpointStatus LEARNER = new EndpointStatus(
            new ResponseHeader(5885719011582526788L, 7, 4, 2),
            "3.5.30",
            2_147_483_648L,
            0,
            ID,
            56,
            2,
            56,
            true,
            List.of("memberID:7 alarm:NOSPACE ", "etcdserver: no leader"));

    enum Case {
        STATUS(new EndpointStatusView(List.of(answered(FIRST, LEADER), answered(SECOND, LEARNER)))),
        STATUS_PARTIAL(new EndpointStatusView(List.of(failed(SECOND), answered(FIRST, LEADER)))),
        STATUS_NOTHING(new EndpointStatusView(List.of(failed(SECOND)))),
        HASH(new HashKvView(List.of(answered(FIRST, new HashKv(HEADER, -2, -1, 0)), failed(SECOND)))),
        HEALTH(new EndpointHealthView(List.of(
                new EndpointHealth(FIRST, TOOK, ""),
                new EndpointHealth(SECOND, Duration.ofMillis(5001), "Active Alarm(s): NOSPACE ")))),
        ALARMS(AlarmsView.raised(new AlarmList(HEADER, List.of(new Alarm(ID, Alarm.Type.NOSPACE))))),
        ALARMS_NONE(AlarmsView.raised(new AlarmList(HEADER, List.of()))),
        ALARMS_DISARMED(AlarmsView.disarmed(new AlarmList(HEADER, List.of(new Alarm(ID, Alarm.Type.CORRUPT))))),
        ALARMS_DISARMED_NONE(AlarmsView.disarmed(new AlarmList(HEADER, List.of()))),
        DOWNGRADE_VALIDATED(new DowngradeView(DowngradeAction.VALIDATE, new Downgraded(HEADER, "3.5.0"))),
        DEFRAGMENTED(new DefragView(new Defragmented(List.of(
                new Defragmented.Result(FIRST, Optional.empty()),
                new Defragmented.Result(
                        SECOND, Optional.of(Failure.of(ExitCode.BAD_CONNECTION, "nothing listens there")))))));

        private final View view;

        Case(View view) {
            this.view = view;
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryFormat(Case one) {
        ViewGolden.of(MaintenanceViewsTest.class).check(one.name(), one.view);
    }

    private static <T> Reply<T> answered(Endpoint endpoint, T answer) {
        return new Reply.Answered<>(endpoint, TOOK, answer);
    }

    private static <T> Reply<T> failed(Endpoint endpoint) {
        return new Reply.Failed<>(endpoint, TOOK, Failure.of(ExitCode.BAD_CONNECTION, "nothing listens there"));
    }
}
