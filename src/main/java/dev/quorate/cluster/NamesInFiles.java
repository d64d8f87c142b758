package dev.quorate.cluster;

import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.inventory.file.ClusterFiles;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.util.List;

/** What clusters and their members are called by the files there are, for whoever completes a word. Asks no cluster. */
public final class NamesInFiles {

    private final ClusterFiles files;
    private final Sessions sessions;

    public NamesInFiles(QuorateHome home, Sessions sessions) {
        this.files = new ClusterFiles(home.clusters());
        this.sessions = sessions;
    }

    public List<String> clusters() {
        try {
            return files.names();
        } catch (OperatorException e) {
            return List.of();
        }
    }

    /** Of the cluster in use, else of the only one; none where its file cannot be read. */
    public List<String> members() {
        try {
            return files.meant(sessions.standing().cluster()).stream()
                    .flatMap(file -> ClusterFile.read(file).faulty().members().stream())
                    .map(NodeSpec::name)
                    .toList();
        } catch (OperatorException e) {
            return List.of();
        }
    }
}
