package dev.quorate.provision.binary;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A program on the operator's machine, of which each architecture of hosts may have a file of its own. */
public final class ProgramChoice {

    private final Function<String, Path> files;
    private final Path cache;
    private final Map<Path, PackedProgram> programs = new ConcurrentHashMap<>();

    /**
     * @param files where the program is for an architecture, as etcd's releases name it
     * @param cache directory for packed programs
     */
    public ProgramChoice(Function<String, Path> files, Path cache) {
        this.files = files;
        this.cache = cache;
    }

    public PackedProgram of(String architecture) {
        return programs.computeIfAbsent(files.apply(architecture), file -> new PackedProgram(file, cache));
    }
}
