package dev.quorate.provision;

import dev.quorate.provision.binary.ProgramChoice;
import dev.quorate.remote.FileAccess;
import java.nio.file.Path;

/** A program that goes from the operator's machine to a host. */
public record NodeProgram(ProgramChoice source, Path target, FileAccess access) {}
