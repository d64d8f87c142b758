package dev.quorate.cluster.lint;

import dev.quorate.etcd.Quorum;
import dev.quorate.inventory.ClusterSpec;

/** How many members a cluster should have. */
final class MemberCount implements Rule {

    private static final int MOST = 7;
    private static final String SUMS = "; quorum table shows the sums";

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        int count = spec.members().size();
        Quorum votes = new Quorum(count, count);
        if (count == 1) {
            advice.warning("members", "one member survives no failure", "take three, which survive one" + SUMS);
        } else if (count == 2) {
            advice.warning(
                    "members",
                    "two members survive no failure, as one does, and either of them stops both",
                    "take three, which survive one" + SUMS);
        } else if (count % 2 == 0) {
            advice.warning("members", even(votes), "take " + (count - 1) + " or " + (count + 1) + " members" + SUMS);
        }
        if (count > MOST) {
            advice.warning(
                    "members",
                    count + " members: each write waits for " + votes.needed() + " of them",
                    "take 5, or 7 at the most" + SUMS);
        }
    }

    private static String even(Quorum votes) {
        int fewer = votes.voters() - 1;
        Quorum smaller = new Quorum(fewer, fewer);
        return "%d members survive the loss of %d, as %d do, but each write needs %d votes instead of %d"
                .formatted(votes.voters(), votes.toleranceAtBest(), fewer, votes.needed(), smaller.needed());
    }
}
