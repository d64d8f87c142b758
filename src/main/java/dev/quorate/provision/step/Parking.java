package dev.quorate.provision.step;

import java.nio.file.Path;

/** Where things go that are moved aside: beside where they were, so that they stay in their file system. */
final class Parking {

    private static final String SIGN = ".parked-";

    private Parking() {}

    static Path place(Path path, String mark) {
        return path.resolveSibling(path.getFileName() + SIGN + mark);
    }

    static boolean isParked(String name) {
        return name.contains(SIGN);
    }
}
