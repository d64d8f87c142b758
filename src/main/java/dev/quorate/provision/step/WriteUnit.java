package dev.quorate.provision.step;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.provision.ServiceUnit;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.PresentFile;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the unit of a member, after systemd itself found nothing wrong with it, and lets it start at boot. */
public final class WriteUnit extends InformedStep<Optional<PresentFile>> {

    /** Checks the unit on standard input beside its place; a fault of another unit is not ours. */
    private static final String VERIFY = """
            directory=$(mktemp -d) && cat >"$directory/$1" || exit
            said=$(systemd-analyze verify --man=no "$directory/$1" 2>&1)
            status=$?
            rm -r "$directory"
            printf '%s\\n' "$said" | grep -F "$1" | sed "s|$directory/||g" >&2
            exit $status
            """;

    private static final String ADDITIONS = "DropInPaths=";
    private static final String ON_DISK = "OnDisk=";
    private static final String GONE = "Gone=";

    /**
     * systemd does not notice by itself that the first addition was made, so what is on the disk is told as well; and what it
     * has read and is there no longer.
     */
    private static final String SHOW = """
            shown=$(systemctl show -p LoadState,UnitFileState,NeedDaemonReload,FragmentPath,DropInPaths -- "$1") || exit
            printf '%s\\n' "$shown"
            for file in "$2"/*.conf; do if [ -e "$file" ]; then echo "OnDisk=$file"; fi; done
            for file in $(printf '%s\\n' "$shown" | sed -n 's/^DropInPaths=//p' | tr ' ' '\\n' | grep -F "/$1.d/"); do
                if ! [ -e "$file" ]; then echo "Gone=$file"; fi
            done
            """;

    private final Host host;
    private final ServiceUnit unit;
    private final WantedFile file;

    public WriteUnit(Host host, ServiceUnit unit, boolean joined) {
        this(host, unit, joined, Meaning.LITERAL);
    }

    /**
     * @param joined whether its member is one of the cluster already
     * @param meaning of a unit in other words
     */
    public WriteUnit(Host host, ServiceUnit unit, boolean joined, Meaning meaning) {
        this.host = host;
        this.unit = unit;
        this.file = new WantedFile(host, unit.rendered(), joined, meaning);
    }

    @Override
    public String title() {
        return "write unit";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    protected Optional<PresentFile> find() throws InterruptedException {
        return file.find();
    }

    @Override
    protected StepState judge(Optional<PresentFile> found) throws InterruptedException {
        StepState state = file.judge(found);
        if (state instanceof StepState.Needed(String why, List<String> changes) && isMasked(found)) {
            return StepState.needed(unit.service().file() + " is empty, as 'systemctl mask' leaves it", changes);
        }
        if (!(state instanceof StepState.Done)) {
            return state;
        }
        List<String> shown = shown();
        List<String> gone = values(shown, GONE);
        if (!gone.isEmpty()) {
            return StepState.needed("systemd still has what is gone", withdrawal(gone));
        }
        if (shown.contains("NeedDaemonReload=yes")
                || shown.contains("LoadState=not-found")
                || !additions(shown).containsAll(values(shown, ON_DISK))) {
            return StepState.needed("systemd has not read it yet", List.of(enable().toString()));
        }
        if (!shown.contains("FragmentPath=" + unit.service().file())) {
            return StepState.blocked(
                    "systemd reads " + unit.name() + " from another file: "
                            + shown.stream()
                                    .filter(line -> line.startsWith("FragmentPath="))
                                    .collect(Collectors.joining()),
                    "move that file away, or choose another path for the unit");
        }
        if (!shown.contains("UnitFileState=enabled")) {
            return StepState.needed("it would not start at boot", List.of(enable().toString()));
        }
        boolean literal = state.equals(StepState.done());
        return StepState.leaving("enabled", literal ? warnings(additions(shown)) : List.of());
    }

    /** A mask is a link to a file in which nothing stands. */
    private static boolean isMasked(Optional<PresentFile> found) {
        return found.filter(file -> file.content().length == 0).isPresent();
    }

    private List<String> shown() throws InterruptedException {
        return host.run(shows()).orThrow().text().lines().toList();
    }

    private List<String> withdrawal(List<String> gone) {
        List<String> changes = new ArrayList<>();
        gone.forEach(path -> changes.add("- " + path));
        changes.add(touch().toString());
        changes.add(enable().toString());
        return changes;
    }

    /** What else makes up the unit. What holds for all services is the host's own business. */
    private List<String> additions(List<String> shown) {
        return values(shown, ADDITIONS).stream()
                .filter(path -> path.contains("/" + unit.name() + ".d/"))
                .toList();
    }

    private static List<String> values(List<String> shown, String name) {
        return shown.stream()
                .filter(line -> line.startsWith(name))
                .flatMap(line -> Stream.of(line.substring(name.length()).split(" ")))
                .toList();
    }

    private List<String> warnings(List<String> additions) {
        return additions.stream()
                .map(path -> path + " changes " + unit.name() + ", and the cluster file does not know it: "
                        + "put what it says into the cluster file and delete it, if it is not to stay")
                .toList();
    }

    @Override
    protected void change(Optional<PresentFile> found) throws InterruptedException {
        if (!(file.judge(found) instanceof StepState.Done)) {
            verify();
            file.write(found);
        } else if (!values(shown(), GONE).isEmpty()) {
            host.run(touch()).orThrow();
        }
        host.run(enable()).orThrow();
    }

    private void verify() throws InterruptedException {
        CommandResult verdict = host.run(verification());
        if (!verdict.succeeded()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "systemd would not take %s: %s"
                            .formatted(
                                    unit.service().file(), verdict.errorText().strip()));
        }
    }

    ShellCommand verification() {
        return ShellCommand.reads("sh", "-c", VERIFY, "verify", unit.name())
                .withInput(unit.rendered().bytes());
    }

    ShellCommand shows() {
        return ShellCommand.reads(
                "sh", "-c", SHOW, "show", unit.name(), unit.service().additions());
    }

    /** Once systemd has read its units anew nothing tells any more that a running member was started with more than there is. */
    ShellCommand touch() {
        return ShellCommand.changes("touch", unit.service().file());
    }

    /** Has systemd read its units anew, too (systemctl(1)). */
    private ShellCommand enable() {
        return ShellCommand.changes("systemctl", "enable", unit.name());
    }
}
