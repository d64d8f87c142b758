package dev.quorate.member;

import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.Membership.Added;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.output.View;
import dev.quorate.testing.ViewGolden;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simple, json and fields files have the shapes of etcdctl 3.5.30. */
class MemberViewsTest {

    private static final MemberList LIST = new MemberList(
            new ResponseHeader(5885719011582526788L, 0xf4a457008d1441f2L, 0, 2),
            List.of(
                    new Member(
                            0x5cae315174de75b1L,
                            "etcd1",
                            List.of("https://10.0.0.1:2380"),
                            List.of("https://10.0.0.1:2379", "http://127.0.0.1:2379"),
                            false),
                    new Member(
                            0xf4a457008d1441f2L,
                            "etcd2",
                            List.of("https://10.0.0.2:2380"),
                            List.of("https://10.0.0.2:2379"),
                            true),
                    new Member(0x12L, "", List.of("https://10.0.0.3:2380"), List.of(), false)));

    enum Case {
        LIST(new MemberListView(MemberViewsTest.LIST, false)),
        LIST_HEX(new MemberListView(MemberViewsTest.LIST, true)),
        ADDED(new MemberAddedView(
                new Added(
                        MemberViewsTest.LIST.header(),
                        MemberViewsTest.LIST.members().getLast(),
                        MemberViewsTest.LIST.members()),
                "etcd\"3",
                "https://10.0.0.3:2380")),
        REMOVED(MembershipChangeView.removed(0x12, MemberViewsTest.LIST)),
        UPDATED(MembershipChangeView.updated(0xf4a457008d1441f2L, MemberViewsTest.LIST)),
        PROMOTED(MembershipChangeView.promoted(0xf4a457008d1441f2L, MemberViewsTest.LIST)),
        LEADER_MOVED(new LeaderMovedView(0x12, 0xf4a457008d1441f2L, new ResponseHeader(0, 0, 0, 0)));

        private final View view;

        Case(View view) {
            this.view = view;
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryFormat(Case one) {
        ViewGolden.of(MemberViewsTest.class).check(one.name(), one.view);
    }
}
