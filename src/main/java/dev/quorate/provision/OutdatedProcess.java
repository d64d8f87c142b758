package dev.quorate.provision;

import dev.quorate.plan.StepState;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that is older than what it was started with. The host tells that by itself, so that a restart somebody still owes
 * is found whoever changed the files, and whatever became of the console that did: the program is compared with the one that
 * runs, a file by its time of change with the time of the start. What others added to the unit (drop-ins, systemd.unit(5)) are such
 * files too, whether the console knows them or not.
 *
 * <p>A certificate and its key are no such files: etcd reads them anew for each connection since 3.2 (etcd issue 7576). The
 * authority's certificate is one.
 *
 * @param files that are read at the start and never again
 */
public record OutdatedProcess(Node node, List<Path> files) implements RestartCause {

    /** A time of change that is yet to come tells of a clock that was wrong, and would ask for restarts until then. */
    private static final String LOOK = """
            shown=$(LC_ALL=C TZ=UTC systemctl show -p MainPID,ExecMainStartTimestamp,DropInPaths -- "$1")
            value() { printf '%s\\n' "$shown" | sed -n "s/^$1=//p"; }
            pid=$(value MainPID)
            [ "${pid:-0}" != 0 ] || exit 0
            since=$(value ExecMainStartTimestamp)
            [ -n "$since" ] || exit 0
            start=$(date -d "$since" +%s) || exit
            now=$(date +%s)
            if readlink "/proc/$pid/exe" >/dev/null && ! [ "/proc/$pid/exe" -ef "$2" ]; then echo "$2"; fi
            additions=$(value DropInPaths | tr ' ' '\\n' | grep -F "/$1.d/")
            shift 2
            for file in "$@" $additions; do
                changed=$(stat -L -c %Y -- "$file" 2>/dev/null) || continue
                [ "$changed" -le "$start" ] || [ "$changed" -gt "$now" ] || echo "$file"
            done
            """;

    public OutdatedProcess {
        files = List.copyOf(files);
    }

    @Override
    public StepState look() throws InterruptedException {
        List<String> newer =
                node.host().run(question()).orThrow().text().lines().toList();
        return newer.isEmpty()
                ? StepState.done()
                : StepState.needed("it was started before %s changed".formatted(String.join(" and ", newer)));
    }

    /** Says every path that is not what the process was started with. */
    public ShellCommand question() {
        List<Object> words = new ArrayList<>(
                List.of("-c", LOOK, "look", node.service(), node.program().etcd()));
        words.addAll(files);
        return ShellCommand.reads("sh", words.toArray());
    }
}
