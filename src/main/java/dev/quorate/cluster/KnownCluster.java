package dev.quorate.cluster;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.session.QuorateHome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A cluster as its file has it, and where all else of it is kept. */
record KnownCluster(ClusterDocument document, ClusterSpec spec, ClusterHome home) {

    /** @throws OperatorException if the file has faults */
    static KnownCluster of(ClusterDocument document, QuorateHome home) {
        ClusterSpec spec = document.spec();
        return new KnownCluster(document, spec, new ClusterHome(home.cluster(spec.name())));
    }

    /** Keeps a copy of the file, so that later lines need the name only. */
    void keep() {
        if (!document.file().equals(home.file())) {
            ClusterFile.write(home.file(), document.text(), true);
        }
    }

    /** The removal of {@code member}, or of the whole cluster where that is empty. */
    Removal removal(Optional<String> member, boolean purge) {
        return new Removal(spec, member.map(this::require), purge);
    }

    /** {@code names}, all of which must be members; every member where there are none. */
    Set<String> members(List<String> names) {
        List<NodeSpec> chosen = names.isEmpty()
                ? spec.members()
                : names.stream().map(this::require).toList();
        return chosen.stream().map(NodeSpec::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private NodeSpec require(String member) {
        return spec.member(member)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "%s has no member named \"%s\"".formatted(spec.name(), member),
                        JoinedMembers.of(home).has(member) ? onRecord(member) : members()));
    }

    private String onRecord(String member) {
        return "%s joined it once: put it into %s again, which tells where it is".formatted(member, document.file());
    }

    private String members() {
        return "its members are " + spec.members().stream().map(NodeSpec::name).collect(Collectors.joining(", "));
    }
}
