package dev.quorate.inventory.file;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A cluster file as it was read.
 *
 * @param faulty what it says as far as it can be understood; whoever acts on it asks {@link #spec} instead
 * @param faults in the order of the file
 * @param locations where each setting stands
 */
public record ClusterDocument(Path file, String text, ClusterSpec faulty, List<Fault> faults, Locations locations) {

    public ClusterDocument {
        faults = List.copyOf(faults);
    }

    /** Reads {@code text}, which came from {@code file}. */
    public static ClusterDocument parse(Path file, String text) {
        Reading reading = new Reading();
        Optional<Node> node = YamlNodes.compose(text, reading);
        boolean unreadable = node.isEmpty() && !reading.faults().isEmpty();
        Reading details = unreadable ? new Reading() : reading;
        Section root = Section.root(node.orElse(null), details);
        ClusterSpec spec = SpecReader.read(root);
        Contradictions.find(spec, details);
        return new ClusterDocument(file, text, spec, reading.faults(), reading.locations());
    }

    /**
     * What the file says.
     *
     * @throws OperatorException with all its faults, if it has any
     */
    public ClusterSpec spec() {
        if (faults.isEmpty()) {
            return faulty;
        }
        String count = faults.size() == 1 ? "a fault" : faults.size() + " faults";
        String lines = faults.stream().map(fault -> "\n  " + fault).collect(Collectors.joining());
        throw OperatorException.of(
                ExitCode.INVALID_INPUT, file + " has " + count + ":" + lines, "mend it, then see cluster lint");
    }
}
