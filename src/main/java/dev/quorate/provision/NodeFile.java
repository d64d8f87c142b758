package dev.quorate.provision;

import dev.quorate.remote.FileAccess;
import java.nio.file.Path;

/**
 * A file that goes from the operator's machine to a host as it is.
 *
 * @param source on the operator's machine
 * @param target on the host
 */
public record NodeFile(Path source, Path target, FileAccess access) {}
