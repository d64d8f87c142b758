package dev.quorate.provision;

import dev.quorate.provision.binary.PackedProgram;
import dev.quorate.remote.FileAccess;
import java.nio.file.Path;

/** A program that goes from the operator's machine to a host. */
public record NodeProgram(PackedProgram source, Path target, FileAccess access) {}
