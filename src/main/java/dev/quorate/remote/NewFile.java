package dev.quorate.remote;

import java.nio.file.Path;

/** A small file as it is to be. */
public record NewFile(Path path, byte[] content, FileAccess access) {}
