package dev.quorate.guard;

/** What a change can cost, and so how it is confirmed. */
public sealed interface Risk {

    /** What will happen, as a statement: {@code the data of 3 members will be deleted}. */
    String consequence();

    /** Service may suffer, data will not: {@code yes} is enough. */
    record Disruption(String consequence) implements Risk {}

    /**
     * Data or members may be lost: the operator types the name of what is at stake.
     *
     * @param name of the cluster or the member
     */
    record Loss(String consequence, String name) implements Risk {}
}
