package dev.quorate.inventory.file;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects, while a file is read, its faults and where each setting stands. */
final class Reading {

    private final Set<Fault> faults = new LinkedHashSet<>();
    private final Map<String, Position> positions = new LinkedHashMap<>();

    void fault(Position position, String message, String remedy) {
        faults.add(new Fault(position, message, remedy));
    }

    /** Whether something in {@code line} is wrong already. */
    boolean hasFaultIn(int line) {
        return faults.stream().anyMatch(fault -> fault.position().line() == line);
    }

    void found(String path, Position position) {
        positions.putIfAbsent(path, position);
    }

    /** In the order of the file. */
    List<Fault> faults() {
        return faults.stream().sorted(Comparator.comparing(Fault::position)).toList();
    }

    Locations locations() {
        return new Locations(positions);
    }
}
