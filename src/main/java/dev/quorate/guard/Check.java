package dev.quorate.guard;

import java.util.List;

/** Looks at one thing that must hold. Changes nothing. */
@FunctionalInterface
public interface Check {

    /** What is wrong or worth knowing; empty when all is well. */
    List<Finding> look() throws InterruptedException;
}
