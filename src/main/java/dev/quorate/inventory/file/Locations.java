package dev.quorate.inventory.file;

import java.util.Map;

/**
 * Where the settings of a file stand.
 *
 * @param positions by path: {@code members[0].address}
 */
public record Locations(Map<String, Position> positions) {

    /** Of a cluster that comes from no file. */
    public static final Locations NONE = new Locations(Map.of());

    public Locations {
        positions = Map.copyOf(positions);
    }

    /** Whether the file says anything at {@code path}. */
    public boolean has(String path) {
        return positions.containsKey(path);
    }

    /** Where {@code path} stands; where it is left to its default, where it would belong. */
    public Position of(String path) {
        Position exact = positions.get(path);
        if (exact != null) {
            return exact;
        }
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? Position.START : of(path.substring(0, cut));
    }
}
