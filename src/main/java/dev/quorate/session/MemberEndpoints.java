package dev.quorate.session;

import java.util.List;

/** Knows where the members of the current session's cluster serve clients. */
@FunctionalInterface
public interface MemberEndpoints {

    /**
     * The endpoints of the members called {@code names}, in that order.
     *
     * @throws dev.quorate.failure.OperatorException if there is no such member, it has not started, or nobody answers
     */
    List<String> of(List<String> names) throws InterruptedException;
}
