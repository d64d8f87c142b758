package dev.quorate.health;

import dev.quorate.session.Reply;
import java.util.List;

/** What a look at a cluster saw: the cluster, or no more than endpoints that do not answer. */
public sealed interface Look permits ClusterState, Look.Nothing {

    /** No endpoint told even the membership. */
    record Nothing(List<Reply<?>> replies) implements Look {
        public Nothing {
            replies = List.copyOf(replies);
        }
    }
}
