package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Access;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.jetcd.proto.AuthStatusRequest;
import dev.quorate.etcd.jetcd.proto.AuthStatusResponse;
import dev.quorate.etcd.jetcd.proto.AuthUserAddRequest;
import dev.quorate.etcd.jetcd.proto.UserAddOptions;
import io.etcd.jetcd.api.AuthDisableRequest;
import io.etcd.jetcd.api.AuthEnableRequest;
import io.etcd.jetcd.api.AuthGrpc;
import io.etcd.jetcd.api.AuthRoleAddRequest;
import io.etcd.jetcd.api.AuthRoleDeleteRequest;
import io.etcd.jetcd.api.AuthRoleGetRequest;
import io.etcd.jetcd.api.AuthRoleGetResponse;
import io.etcd.jetcd.api.AuthRoleGrantPermissionRequest;
import io.etcd.jetcd.api.AuthRoleListRequest;
import io.etcd.jetcd.api.AuthRoleListResponse;
import io.etcd.jetcd.api.AuthRoleRevokePermissionRequest;
import io.etcd.jetcd.api.AuthUserChangePasswordRequest;
import io.etcd.jetcd.api.AuthUserDeleteRequest;
import io.etcd.jetcd.api.AuthUserGetRequest;
import io.etcd.jetcd.api.AuthUserGetResponse;
import io.etcd.jetcd.api.AuthUserGrantRoleRequest;
import io.etcd.jetcd.api.AuthUserListRequest;
import io.etcd.jetcd.api.AuthUserListResponse;
import io.etcd.jetcd.api.AuthUserRevokeRoleRequest;

/** The Auth service. */
final class JetcdAccess implements Access {

    private final Calls calls;

    JetcdAccess(Calls calls) {
        this.calls = calls;
    }

    @Override
    public ResponseHeader enable() {
        AuthEnableRequest request = AuthEnableRequest.getDefaultInstance();
        return Responses.header(
                calls.call(Rpc.write(AuthGrpc.getAuthEnableMethod()), request).getHeader());
    }

    @Override
    public ResponseHeader disable() {
        AuthDisableRequest request = AuthDisableRequest.getDefaultInstance();
        return Responses.header(
                calls.call(Rpc.write(AuthGrpc.getAuthDisableMethod()), request).getHeader());
    }

    @Override
    public AuthStatus status() {
        Rpc<AuthStatusRequest, AuthStatusResponse> rpc = Rpc.read(
                        dev.quorate.etcd.jetcd.proto.AuthGrpc.getAuthStatusMethod())
                .since("3.5", "auth status");
        AuthStatusResponse status = calls.call(rpc, AuthStatusRequest.getDefaultInstance());
        return new AuthStatus(Responses.header(status.getHeader()), status.getEnabled(), status.getAuthRevision());
    }

    @Override
    public Names users() {
        AuthUserListResponse users =
                calls.call(Rpc.read(AuthGrpc.getUserListMethod()), AuthUserListRequest.getDefaultInstance());
        return new Names(Responses.header(users.getHeader()), users.getUsersList());
    }

    @Override
    public Names rolesOf(String user) {
        AuthUserGetRequest request =
                AuthUserGetRequest.newBuilder().setName(user).build();
        AuthUserGetResponse roles = calls.call(Rpc.read(AuthGrpc.getUserGetMethod()), request);
        return new Names(Responses.header(roles.getHeader()), roles.getRolesList());
    }

    @Override
    public ResponseHeader addUser(String user, String password) {
        return addUser(AuthUserAddRequest.newBuilder().setName(user).setPassword(password));
    }

    @Override
    public ResponseHeader addUserWithoutPassword(String user) {
        UserAddOptions options = UserAddOptions.newBuilder().setNoPassword(true).build();
        return addUser(AuthUserAddRequest.newBuilder().setName(user).setOptions(options));
    }

    @Override
    public ResponseHeader deleteUser(String user) {
        AuthUserDeleteRequest request =
                AuthUserDeleteRequest.newBuilder().setName(user).build();
        return Responses.header(
                calls.call(Rpc.write(AuthGrpc.getUserDeleteMethod()), request).getHeader());
    }

    @Override
    public ResponseHeader changePassword(String user, String password) {
        AuthUserChangePasswordRequest request = AuthUserChangePasswordRequest.newBuilder()
                .setName(user)
                .setPassword(password)
                .build();
        return Responses.header(calls.call(Rpc.write(AuthGrpc.getUserChangePasswordMethod()), request)
                .getHeader());
    }

    @Override
    public ResponseHeader grantRole(String user, String role) {
        AuthUserGrantRoleRequest request = AuthUserGrantRoleRequest.newBuilder()
                .setUser(user)
                .setRole(role)
                .build();
        return Responses.header(calls.call(Rpc.write(AuthGrpc.getUserGrantRoleMethod()), request)
                .getHeader());
    }

    @Override
    public ResponseHeader revokeRole(String user, String role) {
        AuthUserRevokeRoleRequest request = AuthUserRevokeRoleRequest.newBuilder()
                .setName(user)
                .setRole(role)
                .build();
        return Responses.header(calls.call(Rpc.write(AuthGrpc.getUserRevokeRoleMethod()), request)
                .getHeader());
    }

    @Override
    public Names roles() {
        AuthRoleListResponse roles =
                calls.call(Rpc.read(AuthGrpc.getRoleListMethod()), AuthRoleListRequest.getDefaultInstance());
        return new Names(Responses.header(roles.getHeader()), roles.getRolesList());
    }

    @Override
    public Permissions permissionsOf(String role) {
        AuthRoleGetRequest request =
                AuthRoleGetRequest.newBuilder().setRole(role).build();
        AuthRoleGetResponse permissions = calls.call(Rpc.read(AuthGrpc.getRoleGetMethod()), request);
        return new Permissions(
                Responses.header(permissions.getHeader()),
                permissions.getPermList().stream().map(JetcdAccess::permission).toList());
    }

    @Override
    public ResponseHeader addRole(String role) {
        AuthRoleAddRequest request =
                AuthRoleAddRequest.newBuilder().setName(role).build();
        return Responses.header(
                calls.call(Rpc.write(AuthGrpc.getRoleAddMethod()), request).getHeader());
    }

    @Override
    public ResponseHeader deleteRole(String role) {
        AuthRoleDeleteRequest request =
                AuthRoleDeleteRequest.newBuilder().setRole(role).build();
        return Responses.header(
                calls.call(Rpc.write(AuthGrpc.getRoleDeleteMethod()), request).getHeader());
    }

    @Override
    public ResponseHeader grantPermission(String role, Permission permission) {
        AuthRoleGrantPermissionRequest request = AuthRoleGrantPermissionRequest.newBuilder()
                .setName(role)
                .setPerm(permission(permission))
                .build();
        return Responses.header(calls.call(Rpc.write(AuthGrpc.getRoleGrantPermissionMethod()), request)
                .getHeader());
    }

    @Override
    public ResponseHeader revokePermission(String role, KeyRange range) {
        AuthRoleRevokePermissionRequest request = AuthRoleRevokePermissionRequest.newBuilder()
                .setRole(role)
                .setKey(Requests.bytes(range.key()))
                .setRangeEnd(Requests.bytes(range.end()))
                .build();
        return Responses.header(calls.call(Rpc.write(AuthGrpc.getRoleRevokePermissionMethod()), request)
                .getHeader());
    }

    private ResponseHeader addUser(AuthUserAddRequest.Builder user) {
        return Responses.header(
                calls.call(Rpc.write(dev.quorate.etcd.jetcd.proto.AuthGrpc.getUserAddMethod()), user.build())
                        .getHeader());
    }

    private static Permission permission(io.etcd.jetcd.api.Permission permission) {
        Permission.Type type = switch (permission.getPermType()) {
            case READ, UNRECOGNIZED -> Permission.Type.READ;
            case WRITE -> Permission.Type.WRITE;
            case READWRITE -> Permission.Type.READWRITE;
        };
        return new Permission(
                type,
                KeyRange.between(Responses.bytes(permission.getKey()), Responses.bytes(permission.getRangeEnd())));
    }

    private static io.etcd.jetcd.api.Permission permission(Permission permission) {
        return io.etcd.jetcd.api.Permission.newBuilder()
                .setPermType(io.etcd.jetcd.api.Permission.Type.valueOf(
                        permission.type().name()))
                .setKey(Requests.bytes(permission.range().key()))
                .setRangeEnd(Requests.bytes(permission.range().end()))
                .build();
    }
}
