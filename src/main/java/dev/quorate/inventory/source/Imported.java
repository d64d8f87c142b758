package dev.quorate.inventory.source;

import dev.quorate.inventory.NodeSpec;
import java.util.List;

/**
 * Members found in another tool's data.
 *
 * @param mistakes what was left out, and why, a line each
 */
public record Imported(List<NodeSpec> members, List<String> mistakes) {

    public Imported {
        members = List.copyOf(members);
        mistakes = List.copyOf(mistakes);
    }
}
