package dev.quorate.lease;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Leases.Granted;
import dev.quorate.etcd.Leases.KeptAlive;
import dev.quorate.etcd.Leases.LeaseList;
import dev.quorate.etcd.Leases.TimeToLive;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.output.View;
import dev.quorate.testing.ViewGolden;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simple, json and fields files have the shapes of etcdctl 3.5.30. */
class LeaseViewsTest {

    private static final ResponseHeader HEADER = new ResponseHeader(5885719011582526788L, -2, 4, 2);
    private static final long ID = 0x135da1f893d51812L;

    enum Case {
        GRANTED(new GrantedView(new Granted(HEADER, ID, 100))),
        REVOKED(new RevokedView(0x123, HEADER)),
        TIME_TO_LIVE(new TimeToLiveView(new TimeToLive(HEADER, ID, 499, 500, List.of()), false)),
        TIME_TO_LIVE_KEYS(new TimeToLiveView(
                new TimeToLive(
                        HEADER,
                        ID,
                        499,
                        500,
                        List.of(Bytes.of("f o\"o"), Bytes.wrap(new byte[] {(byte) 0xff}), Bytes.of("foo"))),
                true)),
        TIME_TO_LIVE_NO_KEYS(new TimeToLiveView(new TimeToLive(HEADER, ID, 499, 500, List.of()), true)),
        TIME_TO_LIVE_EXPIRED(new TimeToLiveView(new TimeToLive(HEADER, 0x123, -1, 0, List.of()), true)),
        LIST(new LeaseListView(new LeaseList(HEADER, List.of(ID, 0x123L)))),
        LIST_NOTHING(new LeaseListView(new LeaseList(HEADER, List.of()))),
        KEPT_ALIVE(new KeptAliveView(new KeptAlive(HEADER, ID, 500))),
        EXPIRED(new ExpiredView(0x123));

        private final View view;

        Case(View view) {
            this.view = view;
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryFormat(Case one) {
        ViewGolden.of(LeaseViewsTest.class).check(one.name(), one.view);
    }
}
