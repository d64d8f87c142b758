package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Leases;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.jetcd.proto.LeaseGrpc;
import dev.quorate.etcd.jetcd.proto.LeaseLeasesRequest;
import dev.quorate.etcd.jetcd.proto.LeaseLeasesResponse;
import dev.quorate.etcd.jetcd.proto.LeaseStatus;
import dev.quorate.time.Pause;
import io.etcd.jetcd.api.LeaseGrantRequest;
import io.etcd.jetcd.api.LeaseGrantResponse;
import io.etcd.jetcd.api.LeaseKeepAliveRequest;
import io.etcd.jetcd.api.LeaseKeepAliveResponse;
import io.etcd.jetcd.api.LeaseRevokeRequest;
import io.etcd.jetcd.api.LeaseRevokeResponse;
import io.etcd.jetcd.api.LeaseTimeToLiveRequest;
import io.etcd.jetcd.api.LeaseTimeToLiveResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** The Lease service. */
final class JetcdLeases implements Leases {

    private static final Rpc<LeaseGrantRequest, LeaseGrantResponse> GRANT =
            Rpc.write(io.etcd.jetcd.api.LeaseGrpc.getLeaseGrantMethod());
    private static final Rpc<LeaseRevokeRequest, LeaseRevokeResponse> REVOKE =
            Rpc.write(io.etcd.jetcd.api.LeaseGrpc.getLeaseRevokeMethod());
    private static final Rpc<LeaseTimeToLiveRequest, LeaseTimeToLiveResponse> TIME_TO_LIVE =
            Rpc.read(io.etcd.jetcd.api.LeaseGrpc.getLeaseTimeToLiveMethod()).since("3.1", "lease timetolive");
    private static final Rpc<LeaseLeasesRequest, LeaseLeasesResponse> LIST =
            Rpc.read(LeaseGrpc.getLeaseLeasesMethod()).local().since("3.3", "lease list");
    /** Renewing twice does what renewing once does. */
    private static final Rpc<LeaseKeepAliveRequest, LeaseKeepAliveResponse> KEEP_ALIVE =
            Rpc.read(io.etcd.jetcd.api.LeaseGrpc.getLeaseKeepAliveMethod());

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    private final Calls calls;
    private final Pause pause = Pause.real();

    JetcdLeases(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Granted grant(long ttl, long id) {
        LeaseGrantRequest request =
                LeaseGrantRequest.newBuilder().setTTL(ttl).setID(id).build();
        LeaseGrantResponse granted = calls.call(GRANT, request);
        return new Granted(Responses.header(granted.getHeader()), granted.getID(), granted.getTTL());
    }

    @Override
    public ResponseHeader revoke(long id) {
        LeaseRevokeRequest request = LeaseRevokeRequest.newBuilder().setID(id).build();
        return Responses.header(calls.call(REVOKE, request).getHeader());
    }

    @Override
    public TimeToLive timeToLive(long id, boolean keys) {
        LeaseTimeToLiveRequest request =
                LeaseTimeToLiveRequest.newBuilder().setID(id).setKeys(keys).build();
        LeaseTimeToLiveResponse left = calls.call(TIME_TO_LIVE, request);
        return new TimeToLive(
                Responses.header(left.getHeader()),
                left.getID(),
                left.getTTL(),
                left.getGrantedTTL(),
                left.getKeysList().stream().map(Responses::bytes).toList());
    }

    @Override
    public LeaseList list() {
        LeaseLeasesResponse leases = calls.call(LIST, LeaseLeasesRequest.getDefaultInstance());
        return new LeaseList(
                Responses.header(leases.getHeader()),
                leases.getLeasesList().stream().map(LeaseStatus::getID).toList());
    }

    @Override
    public KeptAlive keepAliveOnce(long id) {
        LeaseKeepAliveRequest request =
                LeaseKeepAliveRequest.newBuilder().setID(id).build();
        LeaseKeepAliveResponse kept = calls.call(KEEP_ALIVE, request);
        return new KeptAlive(Responses.header(kept.getHeader()), kept.getID(), kept.getTTL());
    }

    @Override
    public void keepAlive(long id, Predicate<KeptAlive> listener) throws InterruptedException {
        while (true) {
            KeptAlive kept = keepAliveOnce(id);
            if (!listener.test(kept) || kept.ttl() <= 0) {
                return;
            }
            Duration third = Duration.ofSeconds(kept.ttl()).dividedBy(3);
            pause.of(third.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : third);
        }
    }
}
