package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.etcd.jetcd.proto.StatusRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;

/**
 * The version that a field of a request takes. An older etcd does not refuse what it does not know but passes over it, and does
 * something else than was meant: it adds a voter instead of a learner, which cost a single member its quorum, and empties the
 * value that was to be kept (both seen with 3.1.20).
 *
 * @param since the first version that knows the field
 * @param what the field is for, as the operator wrote it
 */
record NeededVersion(EtcdVersion since, String what) {

    static final NeededVersion OF_LEARNERS = new NeededVersion(new EtcdVersion(3, 4, 0), "member add --learner");
    static final NeededVersion OF_KEEPING =
            new NeededVersion(new EtcdVersion(3, 2, 0), "put --ignore-value or --ignore-lease");

    /** @throws OperatorException where the endpoint that answers is older; nothing was changed then */
    void require(Calls calls) {
        String runs = calls.call(CallFailures.STATUS, StatusRequest.getDefaultInstance())
                .getVersion();
        if (EtcdVersion.parse(runs).filter(version -> !version.atLeast(since)).isPresent()) {
            throw OperatorException.of(
                    ExitCode.BAD_FEATURE,
                    "%s needs etcd %d.%d or newer; %s would pass over it and do something else"
                            .formatted(what, since.major(), since.minor(), runs),
                    "upgrade the cluster, or do without it");
        }
    }
}
