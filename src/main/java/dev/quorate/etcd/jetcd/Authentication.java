package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.EtcdSettings;
import io.etcd.jetcd.api.AuthGrpc;
import io.etcd.jetcd.api.AuthenticateRequest;
import io.etcd.jetcd.api.AuthenticateResponse;
import io.grpc.Deadline;
import io.grpc.Metadata;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token that stands for user and password. Got before the first call, and again when etcd no longer knows it; one is
 * good for all members.
 */
final class Authentication {

    private static final Metadata.Key<String> TOKEN = Metadata.Key.of("token", Metadata.ASCII_STRING_MARSHALLER);

    private static final List<String> REFUSALS_OF_A_TOKEN =
            List.of("etcdserver: invalid auth token", "etcdserver: revision of auth store is old");

    /** By the name of the client's certificate, or by none at all. */
    private static final List<String> REFUSALS_WITHOUT_ONE = List.of(
            "etcdserver: user name is empty", "etcdserver: user name not found", "etcdserver: permission denied");

    private final Optional<EtcdSettings.Credentials> credentials;
    private @Nullable String token;

    Authentication(Optional<EtcdSettings.Credentials> credentials) {
        this.credentials = credentials;
    }

    /** Adds the token to {@code headers}, getting it through {@code channel} if there is none yet. */
    synchronized void authenticate(Metadata headers, ReadyChannel channel, Deadline deadline)
            throws CallFailedException, InterruptedException {
        if (credentials.isEmpty()) {
            return;
        }
        if (token == null) {
            token = fetch(credentials.get(), channel, deadline);
        }
        if (!token.isEmpty()) {
            headers.put(TOKEN, token);
        }
    }

    /**
     * Whether {@code failure} only says that the token is no good any more, or that one is needed since authentication
     * was turned on; if so it is forgotten.
     */
    synchronized boolean renewable(CallFailedException failure) {
        boolean stale = REFUSALS_OF_A_TOKEN.stream().anyMatch(failure::says);
        boolean turnedOn = token != null
                && token.isEmpty()
                && REFUSALS_WITHOUT_ONE.stream().anyMatch(failure::says);
        if (credentials.isEmpty() || !(stale || turnedOn)) {
            return false;
        }
        token = null;
        return true;
    }

    /**
     * The token, empty if the cluster has auth off: user and password are then of no consequence. A failure
     * counts as one of the call it is for, of which nothing has been sent yet.
     */
    private static String fetch(EtcdSettings.Credentials credentials, ReadyChannel channel, Deadline deadline)
            throws CallFailedException, InterruptedException {
        AuthenticateRequest request = AuthenticateRequest.newBuilder()
                .setName(credentials.user())
                .setPassword(credentials.password())
                .build();
        try {
            AuthenticateResponse answer =
                    UnaryCall.send(channel, AuthGrpc.getAuthenticateMethod(), request, new Metadata(), deadline);
            return answer.getToken();
        } catch (CallFailedException e) {
            if (e.says("etcdserver: authentication is not enabled")) {
                return "";
            }
            throw new CallFailedException(e.endpoint(), e.status(), false);
        }
    }
}
