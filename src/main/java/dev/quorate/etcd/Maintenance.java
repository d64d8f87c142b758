package dev.quorate.etcd;

/** What is asked of one member, at its endpoint, or of the cluster through any. */
public interface Maintenance {

    EndpointStatus status(Endpoint endpoint);

    /** @param revision to hash up to, 0 for the newest */
    HashKv hashKv(Endpoint endpoint, long revision);

    AlarmList alarms();

    /** Disarms {@code alarm}, or every alarm of every member if its type is NONE and its member 0. */
    AlarmList disarm(Alarm alarm);
}
