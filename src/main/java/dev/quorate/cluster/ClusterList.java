package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.inventory.file.ClusterFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All cluster files at a glance. */
final class ClusterList {

    private static final List<String> COLUMNS = List.of("name", "members", "etcd", "addresses", "faults", "file");

    private ClusterList() {}

    static RowsView of(ClusterFiles files) {
        List<List<String>> rows = new ArrayList<>();
        for (String name : files.names()) {
            ClusterDocument document = ClusterFile.read(files.of(name));
            ClusterSpec spec = document.faulty();
            rows.add(List.of(
                    name,
                    Integer.toString(spec.members().size()),
                    spec.etcd().version().toString(),
                    String.join(
                            " ", spec.members().stream().map(NodeSpec::address).toList()),
                    Integer.toString(document.faults().size()),
                    document.file().toString()));
        }
        return new RowsView(COLUMNS, rows, rows.isEmpty() ? "none yet: cluster init NAME writes one" : "");
    }

    /** The token of each cluster whose file is not {@code except} and can be read. */
    static Map<String, String> tokens(ClusterFiles files, Path except) {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String name : files.names()) {
            Path file = files.of(name);
            if (!file.toAbsolutePath().equals(except)) {
                tokens.put(name, ClusterFile.read(file).faulty().token());
            }
        }
        return tokens;
    }
}
