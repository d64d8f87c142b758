package dev.quorate.snapshot;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.ByteSize;
import dev.quorate.provision.binary.EtcdBinaries;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.snapshot.SnapshotFile.Inspection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Restores snapshots on the machine at hand. */
public final class Restoring {

    private static final Duration LIMIT = Duration.ofHours(2);
    private static final String ERROR = "Error: ";

    private final Host host;
    private final EtcdBinaries binaries;

    public Restoring(Host host, EtcdBinaries binaries) {
        this.host = host;
        this.binaries = binaries;
    }

    /** A restore that could begin: the file was found whole, nothing is in the way, and {@code tool} can do it. */
    record Prepared(RestoreRequest request, Places places, RestoreTool tool, SnapshotStatus snapshot) {

        /** What is restored, and by what: {@code revision 7, 25 kB, into etcd1.etcd with etcdutl 3.5.30}. */
        String described() {
            return "revision " + snapshot.revision() + ", " + ByteSize.text(snapshot.totalSize()) + ", into "
                    + request.places().data() + " with " + tool.name();
        }
    }

    /** @throws OperatorException if the file is not whole, or something is in the way */
    Prepared prepare(RestoreRequest request) throws InterruptedException {
        Places places = new Places(host, request.places());
        places.requireFree();
        Inspection snapshot = verified(request);
        return new Prepared(request, places, tool(request, snapshot.clusterVersion()), snapshot.status());
    }

    /** @throws OperatorException if the tool fails; nothing is left then */
    void run(Prepared restore) throws InterruptedException {
        boolean done = false;
        try {
            RestoreTool tool = restore.tool();
            requireSuccess(host.run(tool.run(restore.request().words()).within(LIMIT)), tool);
            done = true;
        } finally {
            if (!done) {
                restore.places().clear();
            }
        }
    }

    private static Inspection verified(RestoreRequest request) {
        SnapshotFile file = SnapshotFile.existing(request.file().toString());
        if (!request.skipHashCheck()) {
            file.checkedDigest();
        }
        return file.inspect();
    }

    private RestoreTool tool(RestoreRequest request, Optional<EtcdVersion> from) throws InterruptedException {
        Optional<RestoreTool> found = found(request, from);
        if (found.isPresent()) {
            return found.get();
        }
        binaries.obtain(Optional.empty());
        return found(request, from)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.ERROR,
                        "there is no etcdutl" + (request.bumps() ? " of 3.5.10 or newer" : "") + " on this machine",
                        "put etcdutl on PATH: it comes with etcd 3.5 and newer"));
    }

    private Optional<RestoreTool> found(RestoreRequest request, Optional<EtcdVersion> from)
            throws InterruptedException {
        List<RestoreTool> tools = new ArrayList<>();
        for (Path directory : binaries.directories()) {
            RestoreTool.in(directory, host).ifPresent(tools::add);
        }
        return RestoreTool.best(
                tools.stream().filter(tool -> tool.bumps() || !request.bumps()).toList(), from);
    }

    private static void requireSuccess(CommandResult result, RestoreTool tool) {
        if (result.succeeded()) {
            return;
        }
        String told = result.errorText()
                .lines()
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.substring(ERROR.length()))
                .collect(Collectors.joining("; "));
        String what = told.isEmpty() ? result.errorText().strip() : told;
        throw OperatorException.of(
                ExitCode.ERROR, tool.name() + ": " + what, "nothing was restored, and nothing of it is left");
    }
}
