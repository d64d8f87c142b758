package dev.quorate.shell;

import java.util.List;

/**
 * A script whose every line is bound: it can be run.
 *
 * @param name of its file, or {@code -c} or {@code stdin}
 */
public record Script(String name, List<BoundLine> lines) {

    public Script {
        lines = List.copyOf(lines);
    }

    String place(BoundLine line) {
        return name + ":" + line.source().number();
    }
}
