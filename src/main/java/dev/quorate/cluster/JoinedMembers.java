package dev.quorate.cluster;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The record of the members whose data the cluster counts on; empty while it is not yet founded. */
record JoinedMembers(List<String> names) {

    JoinedMembers {
        names = List.copyOf(names);
    }

    static JoinedMembers of(ClusterHome home) {
        Path file = home.joined();
        try {
            return new JoinedMembers(Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException e) {
            throw new OperatorException(Failure.of(ExitCode.IO, "cannot read " + file), e);
        }
    }

    /** Whether {@code name} is to join a cluster that lives already. */
    boolean isNewcomer(String name) {
        return !names.isEmpty() && !names.contains(name);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** Puts all members of {@code spec}, a cluster that lives already, on record. */
    static void keep(ClusterHome home, ClusterSpec spec) {
        List<String> names = spec.members().stream().map(NodeSpec::name).toList();
        try {
            Files.createDirectories(home.joined().resolveSibling(""));
            Files.writeString(home.joined(), text(names).orElse(""));
        } catch (IOException e) {
            throw new OperatorException(Failure.of(ExitCode.IO, "cannot write " + home.joined()), e);
        }
    }

    /** What the record says of {@code members}; empty for no record. */
    static Optional<String> text(Collection<String> members) {
        String text = members.stream().map(name -> name + "\n").collect(Collectors.joining());
        return Optional.of(text).filter(lines -> !lines.isEmpty());
    }
}
