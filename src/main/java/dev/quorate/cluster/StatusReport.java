package dev.quorate.cluster;

import dev.quorate.output.View;
import java.util.List;

/** What {@code status} found. */
sealed interface StatusReport permits MembersReport, SilentReport {

    View view();

    /** Why members do not answer, a line each. */
    List<String> problems();

    /** Fails unless the cluster can decide. */
    void requireQuorum();
}
