package dev.quorate.etcd.jetcd;

import java.time.Duration;
import java.util.List;

/**
 * Decides whether a failed call is made again. A write only if it certainly had no effect: it never left this machine, or
 * etcd refused it before looking at it.
 */
final class Retries {

    /** Refusals of a member that another may well answer; etcd says them before it proposes anything. */
    private static final List<String> NOT_HERE =
            List.of("etcdserver: rpc not supported for learner", "etcdserver: not capable");

    private static final List<String> NOT_NOW = List.of("etcdserver: leader changed", "etcdserver: server stopped");

    private final Rpc.Effect effect;
    private final Authentication authentication;
    private final long electionEnd;
    private int left;
    private boolean renewed;

    Retries(Rpc.Effect effect, Authentication authentication, int endpoints, Duration electionPatience) {
        this.effect = effect;
        this.authentication = authentication;
        this.left = endpoints;
        this.electionEnd = System.nanoTime() + electionPatience.toNanos();
    }

    enum Next {
        GIVE_UP,
        SAME,
        ANOTHER,
        AFTER_ELECTION
    }

    Next after(CallFailedException failure) {
        if (!renewed && authentication.renewable(failure)) {
            renewed = true;
            return Next.SAME;
        }
        if (failure.says("etcdserver: no leader")) {
            return System.nanoTime() < electionEnd ? Next.AFTER_ELECTION : Next.GIVE_UP;
        }
        if (left > 0 && harmless(failure)) {
            left--;
            return Next.ANOTHER;
        }
        return Next.GIVE_UP;
    }

    private boolean harmless(CallFailedException failure) {
        if (NOT_HERE.stream().anyMatch(failure::says)) {
            return true;
        }
        boolean passing = failure.disconnected() || NOT_NOW.stream().anyMatch(failure::says);
        return passing && (effect == Rpc.Effect.READ || !failure.sent());
    }
}
