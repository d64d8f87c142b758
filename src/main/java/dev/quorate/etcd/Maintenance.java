package dev.quorate.etcd;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What is asked of one member, at its endpoint, or of the cluster through any. */
public interface Maintenance {

    EndpointStatus status(Endpoint endpoint);

    /** @param revision to hash up to, 0 for the newest */
    HashKv hashKv(Endpoint endpoint, long revision);

    AlarmList alarms();

    /** Disarms {@code alarm}, or every alarm of every member if its type is NONE and its member 0. */
    AlarmList disarm(Alarm alarm);

    /**
     * Gives free space of the database file back to the file system. The member answers nothing else meanwhile: one after
     * another, the leader last.
     */
    ResponseHeader defragment(Endpoint endpoint);

    /** @param leader endpoint of the member that leads now, no other can; @param target id of the one to lead */
    ResponseHeader moveLeader(Endpoint leader, long target);

    /**
     * Streams the member's whole database, followed by its SHA-256, to {@code sink}. Not bounded by the command timeout.
     *
     * @return how many bytes there were
     * @throws IOException of the sink, which ends the stream
     */
    long snapshot(Endpoint endpoint, SnapshotSink sink) throws IOException;

    /** etcd 3.5 and newer. @param version to go down to, as {@code 3.5}; of no meaning for CANCEL */
    Downgraded downgrade(DowngradeAction action, String version);

    /** Takes a snapshot part by part. */
    @FunctionalInterface
    interface SnapshotSink {

        /** @param part to be used up before returning; @param remaining bytes that follow it */
        void accept(ByteBuffer part, long remaining) throws IOException;
    }

    enum DowngradeAction {
        VALIDATE,
        ENABLE,
        CANCEL
    }

    /** @param version of the cluster */
    record Downgraded(ResponseHeader header, String version) {}
}
