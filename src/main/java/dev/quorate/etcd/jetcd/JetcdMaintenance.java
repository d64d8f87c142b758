package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.AlarmList;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.HashKv;
import dev.quorate.etcd.Maintenance;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.jetcd.proto.AlarmMember;
import dev.quorate.etcd.jetcd.proto.AlarmRequest;
import dev.quorate.etcd.jetcd.proto.AlarmResponse;
import dev.quorate.etcd.jetcd.proto.AlarmType;
import dev.quorate.etcd.jetcd.proto.DowngradeRequest;
import dev.quorate.etcd.jetcd.proto.DowngradeResponse;
import dev.quorate.etcd.jetcd.proto.HashKVRequest;
import dev.quorate.etcd.jetcd.proto.HashKVResponse;
import dev.quorate.etcd.jetcd.proto.MaintenanceGrpc;
import dev.quorate.etcd.jetcd.proto.StatusRequest;
import dev.quorate.etcd.jetcd.proto.StatusResponse;
import io.etcd.jetcd.api.DefragmentRequest;
import io.etcd.jetcd.api.DefragmentResponse;
import io.etcd.jetcd.api.MoveLeaderRequest;
import io.etcd.jetcd.api.MoveLeaderResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The Maintenance service. */
final class JetcdMaintenance implements Maintenance {

    private static final Rpc<HashKVRequest, HashKVResponse> HASH_KV =
            Rpc.read(MaintenanceGrpc.getHashKVMethod()).local().since("3.3", "endpoint hashkv");
    private static final Rpc<AlarmRequest, AlarmResponse> ALARMS =
            Rpc.read(MaintenanceGrpc.getAlarmMethod()).local();
    private static final Rpc<AlarmRequest, AlarmResponse> DISARM = Rpc.write(MaintenanceGrpc.getAlarmMethod());

    /** Defragmenting twice does no harm, but costs what it cost before. */
    private static final Rpc<DefragmentRequest, DefragmentResponse> DEFRAGMENT =
            Rpc.write(io.etcd.jetcd.api.MaintenanceGrpc.getDefragmentMethod()).local();

    private static final Rpc<MoveLeaderRequest, MoveLeaderResponse> MOVE_LEADER =
            Rpc.write(io.etcd.jetcd.api.MaintenanceGrpc.getMoveLeaderMethod()).since("3.3", "move-leader");
    private static final Rpc<DowngradeRequest, DowngradeResponse> DOWNGRADE =
            Rpc.write(MaintenanceGrpc.getDowngradeMethod()).since("3.5", "downgrade");

    private final Calls calls;

    JetcdMaintenance(Calls calls) {
        this.calls = calls;
    }

    @Override
    public EndpointStatus status(Endpoint endpoint) {
        StatusResponse status = calls.at(endpoint).call(CallFailures.STATUS, StatusRequest.getDefaultInstance());
        return new EndpointStatus(
                Responses.header(status.getHeader()),
                status.getVersion(),
                status.getDbSize(),
                status.getDbSizeInUse(),
                status.getLeader(),
                status.getRaftIndex(),
                status.getRaftTerm(),
                status.getRaftAppliedIndex(),
                status.getIsLearner(),
                status.getErrorsList());
    }

    @Override
    public HashKv hashKv(Endpoint endpoint, long revision) {
        HashKVRequest request = HashKVRequest.newBuilder().setRevision(revision).build();
        HashKVResponse hash = calls.at(endpoint).call(HASH_KV, request);
        return new HashKv(
                Responses.header(hash.getHeader()), hash.getHash(), hash.getCompactRevision(), hash.getHashRevision());
    }

    @Override
    public AlarmList alarms() {
        return list(calls.call(ALARMS, AlarmRequest.getDefaultInstance()));
    }

    @Override
    public AlarmList disarm(Alarm alarm) {
        if (alarm.type() != Alarm.Type.NONE) {
            return list(calls.call(DISARM, deactivate(alarm)));
        }
        AlarmList raised = alarms();
        List<Alarm> disarmed = new ArrayList<>();
        ResponseHeader header = raised.header();
        for (Alarm one : raised.alarms()) {
            if (alarm.memberId() == 0 || alarm.memberId() == one.memberId()) {
                AlarmList answer = list(calls.call(DISARM, deactivate(one)));
                disarmed.addAll(answer.alarms());
                header = answer.header();
            }
        }
        return new AlarmList(header, disarmed);
    }

    @Override
    public ResponseHeader defragment(Endpoint endpoint) {
        DefragmentResponse done = calls.at(endpoint).call(DEFRAGMENT, DefragmentRequest.getDefaultInstance());
        return Responses.header(done.getHeader());
    }

    @Override
    public ResponseHeader moveLeader(Endpoint leader, long target) {
        MoveLeaderRequest request =
                MoveLeaderRequest.newBuilder().setTargetID(target).build();
        return Responses.header(calls.at(leader).call(MOVE_LEADER, request).getHeader());
    }

    @Override
    public long snapshot(Endpoint endpoint, SnapshotSink sink) throws IOException {
        return new SnapshotDownload(calls.at(endpoint).bulk()).run(sink);
    }

    @Override
    public Downgraded downgrade(DowngradeAction action, String version) {
        DowngradeRequest request = DowngradeRequest.newBuilder()
                .setAction(DowngradeRequest.DowngradeAction.valueOf(action.name()))
                .setVersion(version)
                .build();
        DowngradeResponse answer = calls.call(DOWNGRADE, request);
        return new Downgraded(Responses.header(answer.getHeader()), answer.getVersion());
    }

    private static AlarmRequest deactivate(Alarm alarm) {
        return AlarmRequest.newBuilder()
                .setAction(AlarmRequest.AlarmAction.DEACTIVATE)
                .setMemberID(alarm.memberId())
                .setAlarm(type(alarm.type()))
                .build();
    }

    private static AlarmList list(AlarmResponse response) {
        return new AlarmList(
                Responses.header(response.getHeader()),
                response.getAlarmsList().stream().map(JetcdMaintenance::alarm).toList());
    }

    private static Alarm alarm(AlarmMember member) {
        Alarm.Type type = switch (member.getAlarm()) {
            case NOSPACE -> Alarm.Type.NOSPACE;
            case CORRUPT -> Alarm.Type.CORRUPT;
            case NONE, UNRECOGNIZED -> Alarm.Type.NONE;
        };
        return new Alarm(member.getMemberID(), type);
    }

    private static AlarmType type(Alarm.Type type) {
        return switch (type) {
            case NONE -> AlarmType.NONE;
            case NOSPACE -> AlarmType.NOSPACE;
            case CORRUPT -> AlarmType.CORRUPT;
        };
    }
}
