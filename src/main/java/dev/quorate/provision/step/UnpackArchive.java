package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.List;

/**
 * Unpacks an archive of a release on the operator's machine. Where the project's list of checksums lies beside it, the archive
 * must agree with it.
 *
 * @param folder where the programs are to be; named after the archive
 */
public record UnpackArchive(Host here, Path archive, Path folder) implements Step {

    private static final String UNPACK = """
            set -e
            archive=$1 folder=$2
            cd "$(dirname "$archive")"
            if [ -r SHA256SUMS ]; then
                grep " $(basename "$archive")\\$" SHA256SUMS | sha256sum -c --status ||
                    { echo "$archive does not agree with SHA256SUMS beside it" >&2; exit 1; }
            fi
            rm -rf "$folder.new"
            mkdir -p "$folder.new"
            tar -xzf "$archive" -C "$folder.new" --strip-components=1
            rm -rf "$folder"
            mv "$folder.new" "$folder"
            """;

    @Override
    public String title() {
        return FetchBinaries.TITLE;
    }

    @Override
    public String target() {
        return here.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        if (here.files().stat(folder.resolve("etcd")).isPresent()) {
            return StepState.done(folder.toString());
        }
        return StepState.needed(archive + " is packed", List.of("unpack it to " + folder));
    }

    @Override
    public void apply() throws InterruptedException {
        here.run(ShellCommand.changes("sh", "-c", UNPACK, "unpack", archive.toAbsolutePath(), folder))
                .orThrow();
    }
}
