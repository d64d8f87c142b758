package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;

/** Something an expert looks at. */
@FunctionalInterface
interface Rule {

    void check(ClusterSpec spec, Advice advice) throws InterruptedException;
}
