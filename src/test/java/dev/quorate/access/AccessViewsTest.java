package dev.quorate.access;

import dev.quorate.etcd.Access.AuthStatus;
import dev.quorate.etcd.Access.Names;
import dev.quorate.etcd.Access.Permission;
import dev.quorate.etcd.Access.Permissions;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.output.View;
import dev.quorate.testing.ViewGolden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simple, json and fields files have the shapes of etcdctl 3.5.30. */
class AccessViewsTest {

    private static final ResponseHeader HEADER = new ResponseHeader(5885719011582526788L, -2, 4, 2);
    private static final KeyRange KEY = KeyRange.single(Bytes.of("foo"));
    private static final KeyRange PREFIX = KeyRange.prefix(Bytes.of("foo/"));
    private static final KeyRange RANGE = KeyRange.between(Bytes.of("a\n"), Bytes.of("é"));
    private static final Permission READ_KEY = new Permission(Permission.Type.READ, KEY);
    private static final Permission ALL_OF_PREFIX = new Permission(Permission.Type.READWRITE, PREFIX);
    private static final RoleView APP = new RoleView(
            "app",
            new Permissions(
                    HEADER,
                    List.of(
                            READ_KEY,
                            ALL_OF_PREFIX,
                            new Permission(Permission.Type.WRITE, RANGE),
                            new Permission(Permission.Type.WRITE, KeyRange.all()))));
    private static final Wish WISH = new Wish("ann", Right.WRITE, PREFIX);

    enum Case {
        USER_ADDED(ChangeView.ofUser("ann", "created", HEADER)),
        PASSWORD(ChangeView.ofPassword("ann", HEADER)),
        GRANTED(ChangeView.ofGrant("ann", "app", "is granted to", HEADER)),
        ROLE_UPDATED(ChangeView.ofRole("app", "updated", HEADER)),
        KEY_REVOKED(ChangeView.ofRevoked("app", "foo", KEY, HEADER)),
        RANGE_REVOKED(ChangeView.ofRevoked("app", "a\n", RANGE, HEADER)),
        ALL_REVOKED(ChangeView.ofRevoked("app", "", KeyRange.all(), HEADER)),
        USERS(new NamesView("user", new Names(HEADER, List.of("ann", "ben")))),
        ROLES(new NamesView("role", new Names(HEADER, List.of("app", "b\"c")))),
        NO_ROLES(new NamesView("role", new Names(HEADER, List.of()))),
        USER(new UserView("ann", new Names(HEADER, List.of("app", "root")))),
        USER_WITHOUT_ROLES(new UserView("ann", new Names(HEADER, List.of()))),
        USER_DETAIL(new UserDetailView("ann", List.of(APP, APP))),
        ROLE(APP),
        ROLE_WITHOUT_PERMISSIONS(new RoleView("app", new Permissions(HEADER, List.of()))),
        AUTH_ON(new AuthStatusView(new AuthStatus(HEADER, true, 7))),
        AUTH_OFF(new AuthStatusView(new AuthStatus(HEADER, false, 1))),
        ENABLED(new AuthSwitchView(true)),
        DISABLED(new AuthSwitchView(false)),
        YES(verdict(true, new Ground("app", Optional.of(ALL_OF_PREFIX)))),
        YES_BY_ROOT(verdict(true, Ground.ofRoot())),
        NO(verdict(false)),
        PARTLY(verdict(false, new Ground("app", Optional.of(READ_KEY))));

        private final View view;

        Case(View view) {
            this.view = view;
        }

        private static VerdictView verdict(boolean allowed, Ground... grounds) {
            return new VerdictView(new Verdict(WISH, allowed, List.of("app"), List.of(grounds), false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryFormat(Case one) {
        ViewGolden.of(AccessViewsTest.class).check(one.name(), one.view);
    }
}
