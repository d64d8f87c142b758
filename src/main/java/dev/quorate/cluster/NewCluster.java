package dev.quorate.cluster;

import dev.quorate.cluster.adopt.Adoption;
import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.inventory.file.ClusterFiles;
import dev.quorate.inventory.file.Example;
import dev.quorate.inventory.file.SpecWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the file of a new cluster, of the members that were found somewhere and the settings a line has. */
final class NewCluster {

    private final ClusterFiles files;
    private final Supplier<String> tokens;

    NewCluster(ClusterFiles files, Supplier<String> tokens) {
        this.files = files;
        this.tokens = tokens;
    }

    /** A cluster of {@code members} with the settings the line starts from; with its members where there are none. */
    ClusterSpec design(Invocation line, String name, List<NodeSpec> members) {
        Optional<Example> like = line.get(ClusterFlags.LIKE);
        ClusterSpec base = like.map(Example::spec).orElseGet(() -> ClusterSpec.of(name, members));
        ClusterSpec named = base.named(name).withToken(tokens.get());
        ClusterSpec spec = members.isEmpty() ? named : named.withMembers(members);
        ClusterSpec versioned = line.get(ClusterFlags.ETCD_VERSION)
                .map(version -> spec.withEtcd(spec.etcd().withVersion(version)))
                .orElse(spec);
        return line.get(ClusterFlags.SSH_USER)
                .map(user -> versioned.withSsh(versioned.ssh().withUser(user)))
                .orElse(versioned);
    }

    /** With a token of its own where it has the one all clusters have. */
    ClusterSpec distinct(ClusterSpec spec) {
        return spec.token().equals(Adoption.USUAL_TOKEN) ? spec.withToken(tokens.get()) : spec;
    }

    /** Where the file of {@code name} goes by the line. */
    Path target(Invocation line, String name) {
        return line.get(ClusterFlags.FILE).orElseGet(() -> files.of(name)).toAbsolutePath();
    }

    /** Fails before anything is asked if the file could not be written in the end. */
    void requireFree(Invocation line, String name) {
        Path file = target(line, name);
        if (Files.exists(file) && !line.get(ClusterFlags.FORCE) && !line.get(ClusterFlags.PRINT)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    file + " is there already",
                    "change it with an editor, take another name, or replace it with --force");
        }
    }

    /** Writes {@code spec} where the line wants it, below {@code heading}. */
    ClusterDocument write(Invocation line, ClusterSpec spec, String heading) throws IOException {
        Path file = target(line, spec.name());
        String text = SpecWriter.write(spec, heading);
        ClusterDocument document = ClusterDocument.parse(file, text);
        if (line.get(ClusterFlags.PRINT)) {
            line.output().write(text.getBytes(StandardCharsets.UTF_8));
            line.output().flush();
            return document;
        }
        if (line.dryRun()) {
            line.note("would write " + file);
            return document;
        }
        ClusterFile.write(file, text, line.get(ClusterFlags.FORCE));
        line.note("wrote " + file);
        return document;
    }
}
