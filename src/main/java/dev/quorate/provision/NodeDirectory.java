package dev.quorate.provision;

import dev.quorate.remote.FileAccess;
import java.nio.file.Path;

/**
 * A directory as it is to be on a host.
 *
 * @param shared whether others use it too: it is made where it is missing, and left as it is where it is there
 */
public record NodeDirectory(Path path, FileAccess access, boolean shared) {

    public static NodeDirectory own(Path path, FileAccess access) {
        return new NodeDirectory(path, access, false);
    }

    public static NodeDirectory shared(Path path) {
        return new NodeDirectory(path, FileAccess.PROGRAM, true);
    }

    @Override
    public String toString() {
        return path + " (" + access + ")";
    }
}
