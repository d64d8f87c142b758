package dev.quorate.cluster.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the addresses of names. */
@FunctionalInterface
public interface NameResolver {

    /** Finds nothing and so finds fault with nothing. */
    NameResolver OFF = names -> Map.of();

    /** The addresses of each of {@code names}, none where it has none; a name that nobody asked about is left out. */
    Map<String, List<String>> resolve(Set<String> names) throws InterruptedException;
}
