package dev.quorate.mirror;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.MemberList;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.util.HashSet;
import java.util.Set;

/** A cluster that mirrors onto itself would mirror its own writes, for ever. */
final class SelfCheck {

    /** What the flags that reach this cluster are called; those that reach the other have {@code dest-} before it. */
    private static final String OWN_FLAG = "--(cacert|cert|key|user|password)\\b";

    private final MirrorRequest request;
    private final EtcdClient source;
    private final EtcdClient destination;

    SelfCheck(MirrorRequest request, EtcdClient source, EtcdClient destination) {
        this.request = request;
        this.source = source;
        this.destination = destination;
    }

    /** @throws OperatorException if both are one and the prefixes meet, or either cannot be reached */
    void requireAnotherCluster() {
        MemberList here = source.membership().list(false);
        MemberList there = membersOfDestination();
        boolean sameId = here.header().clusterId() == there.header().clusterId();
        if (sameId && request.meetsItself() && sharesAnAddress(here)) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "source and destination are one cluster, and would mirror their own writes for ever",
                    "name another cluster, or a --dest-prefix that is outside of --prefix");
        }
    }

    private MemberList membersOfDestination() {
        try {
            return destination.membership().list(false);
        } catch (OperatorException e) {
            Failure failure = e.failure();
            String hint = failure.hint() == null ? null : failure.hint().replaceAll(OWN_FLAG, "--dest-$1");
            throw new OperatorException(new Failure("destination: " + failure.what(), hint, failure.exitCode()), e);
        }
    }

    /** An id alone says little: clusters made of the same URLs have the same. */
    private boolean sharesAnAddress(MemberList here) {
        Set<String> known = new HashSet<>();
        source.endpoints().forEach(endpoint -> known.add(endpoint.authority()));
        here.members().forEach(member -> member.clientUrls().forEach(url -> known.add(new Endpoint(url).authority())));
        return destination.endpoints().stream().map(Endpoint::authority).anyMatch(known::contains);
    }
}
