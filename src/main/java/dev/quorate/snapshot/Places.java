package dev.quorate.snapshot;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.GoText;
import dev.quorate.remote.Host;
import java.nio.file.Path;

/** The directories a member is restored into, which must hold nothing. */
final class Places {

    private final Host host;
    private final RestoreRequest.Places wanted;
    private boolean thereBefore;

    Places(Host host, RestoreRequest.Places wanted) {
        this.host = host;
        this.wanted = wanted;
    }

    /** @throws OperatorException if a directory that is there would be written into */
    void requireFree() throws InterruptedException {
        Path data = wanted.data().toAbsolutePath();
        thereBefore = host.files().stat(data).isPresent();
        if (thereBefore && !emptyDirectory(data)) {
            throw inTheWay("data-dir " + GoText.quote(wanted.data().toString()) + " not empty or could not be read");
        }
        if (wanted.wal().isPresent()
                && host.files().stat(wanted.wal().get().toAbsolutePath()).isPresent()) {
            throw inTheWay("wal-dir " + GoText.quote(wanted.wal().get().toString()) + " exists");
        }
    }

    private boolean emptyDirectory(Path path) throws InterruptedException {
        return path.toFile().isDirectory() && host.files().list(path).isEmpty();
    }

    private static OperatorException inTheWay(String what) {
        return OperatorException.of(
                ExitCode.ERROR, what, "choose another directory, or move what is there aside: it is never overwritten");
    }

    /** Removes what a restore that failed left; before it there was nothing. */
    void clear() throws InterruptedException {
        Path data = wanted.data().toAbsolutePath();
        host.files().delete(thereBefore ? data.resolve("member") : data);
        if (wanted.wal().isPresent()) {
            host.files().delete(wanted.wal().get().toAbsolutePath());
        }
    }
}
