package dev.quorate.provision;

import dev.quorate.remote.FileAccess;
import java.nio.file.Path;

/** A directory as it is to be on a host. */
public record NodeDirectory(Path path, FileAccess access) {

    @Override
    public String toString() {
        return path + " (" + access + ")";
    }
}
