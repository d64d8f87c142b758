package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the way to a host: its settings completed by {@code ~/.ssh/config}, and the servers to jump over. */
final class Routes {

    private static final int SSH_PORT = 22;
    private static final int MOST_JUMPS = 8;
    private static final List<String> DEFAULT_IDENTITIES = List.of("id_ed25519", "id_ecdsa", "id_rsa");
    /** Settings by which ssh(1) takes any host key, or none for granted; their first value, in lower case. */
    private static final Map<String, Set<String>> UNCHECKED =
            Map.of("stricthostkeychecking", Set.of("no", "off"), "userknownhostsfile", Set.of("/dev/null", "none"));

    private static final Path SYSTEM_KNOWN_HOSTS = Path.of("/etc/ssh/ssh_known_hosts");

    private final Path home;
    private final String localUser;
    private final SshConfig config;

    Routes(Map<String, String> environment) {
        home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        localUser = System.getProperty("user.name");
        config = new SshConfig(home);
    }

    /** The servers to connect to one through the other, the host last. */
    List<Stop> to(SshSettings settings) {
        List<Stop> stops = new ArrayList<>();
        append(settings, stops, 0);
        return stops;
    }

    private void append(SshSettings settings, List<Stop> stops, int depth) {
        if (depth > MOST_JUMPS) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the way to %s goes in a circle".formatted(settings.name()),
                    "look at ProxyJump in ~/.ssh/config and at --jump");
        }
        SshConfig.Found found = config.lookUp(settings.destination());
        settings.jump()
                .or(() -> found.value("proxyjump"))
                .filter(words -> !words.equals("none"))
                .ifPresent(words -> appendJumps(settings, words, stops, depth));
        stops.add(stop(settings, found));
    }

    /** Of several jumps only the first may need a jump of its own: each of the others is reached through the one before. */
    private void appendJumps(SshSettings target, String words, List<Stop> stops, int depth) {
        boolean first = true;
        for (String word : words.split(",")) {
            SshSettings jump = SshSettings.of(word.strip())
                    .withIdentities(target.identities())
                    .withKnownHosts(target.knownHosts())
                    .withAcceptNew(target.acceptNew());
            append(first ? jump : jump.withJump(Optional.of("none")), stops, depth + 1);
            first = false;
        }
    }

    private Stop stop(SshSettings settings, SshConfig.Found found) {
        String address = found.value("hostname").orElse("%h").replace("%h", settings.destination());
        int port = settings.port()
                .orElseGet(() -> found.value("port").map(Routes::port).orElse(SSH_PORT));
        String user = settings.user().or(() -> found.value("user")).orElse(localUser);
        List<Path> told = settings.identities().isEmpty()
                ? found.identities().stream()
                        .map(word -> path(word, address, user))
                        .toList()
                : settings.identities();
        return new Stop(
                settings.name(),
                address,
                port,
                user,
                told.isEmpty() ? defaultIdentities() : told,
                !told.isEmpty()
                        && (!settings.identities().isEmpty()
                                || found.value("identitiesonly").orElse("no").equals("yes")),
                knownHosts(
                        settings,
                        found.value("userknownhostsfile")
                                .filter(word -> !unchecked("userknownhostsfile", word))
                                .map(word -> path(word, address, user))),
                settings.acceptNew(),
                unheeded(found));
    }

    private static boolean unchecked(String keyword, String value) {
        return UNCHECKED.getOrDefault(keyword, Set.of()).contains(value.toLowerCase(Locale.ROOT));
    }

    private static List<String> unheeded(SshConfig.Found found) {
        List<String> unheeded = new ArrayList<>();
        found.value("stricthostkeychecking")
                .filter(word -> unchecked("stricthostkeychecking", word))
                .ifPresent(word -> unheeded.add("StrictHostKeyChecking " + word));
        found.value("userknownhostsfile")
                .filter(word -> unchecked("userknownhostsfile", word))
                .ifPresent(word -> unheeded.add("UserKnownHostsFile " + word));
        return List.copyOf(unheeded);
    }

    private List<Path> knownHosts(SshSettings settings, Optional<Path> configured) {
        Path own = settings.knownHosts().or(() -> configured).orElse(home.resolve(".ssh/known_hosts"));
        return settings.knownHosts().isPresent() ? List.of(own) : List.of(own, SYSTEM_KNOWN_HOSTS);
    }

    private List<Path> defaultIdentities() {
        Stream<Path> candidates =
                DEFAULT_IDENTITIES.stream().map(name -> home.resolve(".ssh").resolve(name));
        return candidates.filter(Files::isReadable).toList();
    }

    private Path path(String word, String address, String user) {
        return Path.of(config.expanded(word)
                .replace("%d", home.toString())
                .replace("%h", address)
                .replace("%r", user)
                .replace("%u", localUser)
                .replace("%%", "%"));
    }

    private static int port(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw OperatorException.of(ExitCode.INVALID_INPUT, "Port %s in ~/.ssh/config is no port".formatted(word));
        }
    }
}
