package dev.quorate.provision.step;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.CommandResult;
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

    /** Says what the list of checksums says of the archive. */
    private static final String SUM = """
            cd "$(dirname "$1")" || exit
            [ -r "$1" ] || { echo missing; exit; }
            [ -r SHA256SUMS ] || { echo none; exit; }
            line=$(grep "[ *]$(basename "$1")\\$" SHA256SUMS) || { echo unlisted; exit; }
            echo "$line" | sha256sum -c --status && echo right || echo wrong
            """;

    private static final String UNPACK = """
            set -e
            archive=$1 folder=$2
            trap 'rm -rf "$folder.new"' EXIT
            rm -rf "$folder.new"
            mkdir -p "$folder.new"
            tar -xzf "$archive" -C "$folder.new" --strip-components=1
            [ -f "$folder.new/etcd" ] || { echo "it has no etcd in its first folder" >&2; exit 1; }
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
        String sum = here.run(sum()).orThrow().text().strip();
        return switch (sum) {
            case "right" -> toUnpack("its checksum is right");
            case "none" -> toUnpack("no SHA256SUMS lies beside it: nothing vouches for it");
            case "missing" ->
                StepState.blocked(
                        "there is no " + archive + " on this machine", "mend etcd.source in the cluster file");
            case "unlisted" ->
                StepState.blocked(
                        "SHA256SUMS beside " + archive + " does not list it",
                        "get the SHA256SUMS of the same release, and keep the archive's name");
            default ->
                StepState.blocked(
                        archive + " does not agree with SHA256SUMS beside it: it is damaged, or not what it says",
                        "get the archive and SHA256SUMS again, from the project's own page");
        };
    }

    private StepState toUnpack(String remark) {
        return StepState.needed(archive + " is packed", List.of("unpack it to %s (%s)".formatted(folder, remark)));
    }

    private ShellCommand sum() {
        return ShellCommand.reads("sh", "-c", SUM, "sum", archive.toAbsolutePath());
    }

    @Override
    public void apply() throws InterruptedException {
        CommandResult result =
                here.run(ShellCommand.changes("sh", "-c", UNPACK, "unpack", archive.toAbsolutePath(), folder));
        if (!result.succeeded()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "cannot unpack %s: %s"
                            .formatted(
                                    archive,
                                    result.errorText()
                                            .strip()
                                            .lines()
                                            .findFirst()
                                            .orElse("tar says nothing")),
                    "get the archive again: it may be cut short");
        }
    }
}
