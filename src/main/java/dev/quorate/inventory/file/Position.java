package dev.quorate.inventory.file;

import java.util.Comparator;

/** Where something stands in a text; both count from one. */
public record Position(int line, int column) implements Comparable<Position> {

    public static final Position START = new Position(1, 1);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** {@code 12:5}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
