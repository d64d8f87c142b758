package dev.quorate.etcd;

import java.util.List;

/**
 * How one member stands.
 *
 * @param version of the etcd server
 * @param dbSize bytes of the backend file
 * @param dbSizeInUse bytes in use within it
 * @param leader id of the leader as this member knows it, 0 for none
 * @param errors what the member itself complains of, alarms included
 */
public record EndpointStatus(
        ResponseHeader header,
        String version,
        long dbSize,
        long dbSizeInUse,
        long leader,
        long raftIndex,
        long raftTerm,
        long raftAppliedIndex,
        boolean learner,
        List<String> errors) {
    public EndpointStatus {
        errors = List.copyOf(errors);
    }
}
