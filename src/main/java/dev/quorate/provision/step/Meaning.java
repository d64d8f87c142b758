package dev.quorate.provision.step;

import dev.quorate.remote.Host;

/** Judges what somebody else wrote by what it says. */
@FunctionalInterface
public interface Meaning {

    /** Only the very words count. */
    Meaning LITERAL = _ -> false;

    /** Whether what is on {@code host}, though in other words, says what it should. */
    boolean holds(Host host) throws InterruptedException;
}
