package dev.quorate.provision.step;

import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.plan.StepState;
import dev.quorate.provision.HostNeeds;
import dev.quorate.provision.HostNeeds.Neighbour;
import dev.quorate.provision.HostNeeds.Room;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges what was found of a host: everything that is in the way at once, each with a remedy. */
final class HostVerdict {

    /**
     * The first with {@code systemctl show --value}; {@code StartLimitIntervalSec=} of the unit is as old, and all else is older
     * (systemctl(1), systemd.unit(5)).
     */
    private static final int OLDEST_SYSTEMD = 230;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> remedies = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean differs;
    private boolean unfit;

    void fault(String what, String remedy) {
        faults.add(what);
        remedies.add(remedy);
    }

    /** Whether the host is one to look further at. */
    boolean clean() {
        return !unfit;
    }

    /** @param found what the host is, where nothing is wrong */
    StepState state(String found) {
        if (faults.isEmpty()) {
            return new StepState.Done(found, warnings, differs);
        }
        return StepState.blocked(String.join("; ", faults), String.join("; ", remedies));
    }

    /** Takes in what {@code look} tells of {@code needs}. Where systemd is missing all else is of no interest. */
    void judge(HostLook look, HostNeeds needs, String member) {
        if (needs.systemd() && look.find("init", ".").isEmpty()) {
            unfit = true;
            fault("it is not run by systemd", "use a host that systemd runs: no container without an init");
            return;
        }
        if (needs.systemd() && systemdVersion(look) < OLDEST_SYSTEMD) {
            unfit = true;
            fault(
                    "systemd %d is too old, the console needs %d or newer"
                            .formatted(systemdVersion(look), OLDEST_SYSTEMD),
                    "use a newer release of the distribution there");
        }
        if (needs.systemd() && !look.find("uid", ".").equals(Optional.of("0"))) {
            unfit = true;
            fault("commands do not run as root there", "connect as root, or set sudo in the cluster file");
        }
        needs.user().filter(user -> look.find("user", user).isEmpty()).ifPresent(this::userIsMissing);
        needs.account().ifPresent(account -> judge(look, account));
        needs.room().forEach(room -> judge(look, room));
        for (Neighbour neighbour : needs.neighbours()) {
            neighbour
                    .names()
                    .forEach(name ->
                            judgeName(look, neighbour, name, neighbour.member().equals(member)));
            neighbour.ports().forEach(port -> judgeReach(look, neighbour, port));
        }
        if (needs.systemd()) {
            look.find("mount", "/tmp")
                    .ifPresent(noexec -> warnings.add("/tmp is mounted noexec; nothing of etcd is run from there"));
        }
    }

    /** What says nothing is taken for new enough. */
    private static int systemdVersion(HostLook look) {
        return look.find("systemd", ".")
                .filter(version -> version.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(OLDEST_SYSTEMD);
    }

    /** An account that is there stays as it is: others may use it. */
    private void judge(HostLook look, Account account) {
        String[] present = look.find("account", account.user()).orElse("").split(":", 2);
        if (present.length < 2) {
            return;
        }
        List<String> differences = new ArrayList<>();
        List<String> mending = new ArrayList<>(List.of("usermod"));
        account.home().filter(home -> !home.equals(Path.of(present[0]))).ifPresent(home -> {
            differences.add("the home " + present[0] + ", not " + home);
            mending.add("--home " + home);
        });
        if (logsIn(present[1]) != logsIn(account.shell().toString())) {
            differences.add("the shell " + present[1] + ", not " + account.shell());
            mending.add("--shell " + account.shell());
        }
        if (!differences.isEmpty()) {
            differs = true;
            warnings.add("the user %s is there and has %s: '%s %s' makes it what the cluster file says"
                    .formatted(
                            account.user(),
                            String.join(" and ", differences),
                            String.join(" ", mending),
                            account.user()));
        }
    }

    private static boolean logsIn(String shell) {
        return !shell.endsWith("/nologin") && !shell.endsWith("/false");
    }

    private void userIsMissing(String user) {
        fault("there is no user " + user, "make the user there, or let the plan make it");
    }

    private void judge(HostLook look, Room room) {
        long free = look.find("space", room.directory().toString())
                .map(Long::parseLong)
                .orElse(0L);
        if (free < room.megabytes()) {
            fault(
                    "only %d MB are free for %s, and %d are needed".formatted(free, room.directory(), room.megabytes()),
                    "make room on the disk");
        }
        List<String> options = List.of(
                look.find("mount", room.directory().toString()).orElse("").split(","));
        if (options.contains("ro")) {
            fault("the file system of " + room.directory() + " is read-only", "mount it read-write");
        }
        if (room.programs() && options.contains("noexec")) {
            fault(
                    "no program can run from " + room.directory() + ", it is mounted noexec",
                    "mount it with exec, or choose another path for the binaries");
        }
    }

    private void judgeName(HostLook look, Neighbour neighbour, String name, boolean own) {
        List<String> addresses =
                look.find("name", name).map(found -> List.of(found.split(" "))).orElse(List.of());
        if (addresses.isEmpty()) {
            fault(name + " does not resolve", "enter it in the DNS or in /etc/hosts, or name members by address");
        } else if (literal(neighbour.address())
                && !addresses.contains(neighbour.address())
                && !(own && addresses.stream().allMatch(HostVerdict::loop))) {
            fault(
                    "%s resolves to %s, not to %s"
                            .formatted(name, String.join(" and ", addresses), neighbour.address()),
                    "mend the DNS or /etc/hosts, or the address in the cluster file");
        }
    }

    private static boolean literal(String address) {
        return address.matches("[0-9.]+") || address.indexOf(':') >= 0;
    }

    /** Debian gives a host's own name an address of the loopback network. */
    private static boolean loop(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }

    private void judgeReach(HostLook look, Neighbour neighbour, int port) {
        String said = look.find("reach", neighbour.address() + "/" + port).orElse("silence");
        String address = neighbour.address() + ":" + port;
        if (said.equals("silence")) {
            fault(
                    "%s of %s does not answer".formatted(address, neighbour.member()),
                    "see that the host is up and that no firewall drops what goes to ports 2379 and 2380");
        } else if (!said.equals("open") && !said.toLowerCase(Locale.ROOT).contains("refused")) {
            fault(
                    "%s of %s cannot be reached: %s".formatted(address, neighbour.member(), lastPart(said)),
                    "mend the route between the hosts");
        }
    }

    private static String lastPart(String said) {
        return said.substring(said.lastIndexOf(": ") < 0 ? 0 : said.lastIndexOf(": ") + 2);
    }
}
