package dev.quorate.cluster.adopt;

import dev.quorate.inventory.Ownership;
import dev.quorate.pki.KeyEncoding;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a host has of etcd beside its configuration.
 *
 * @param account of the user etcd runs as; empty where the host has no such user
 * @param programs of etcd in the directory of the one that runs
 * @param keys how they are encoded, by their headings alone
 * @param profiles files of {@code /etc/profile.d} that set {@code ETCDCTL_*}
 */
record FoundHost(Optional<Account> account, List<Program> programs, Map<Path, KeyEncoding> keys, List<Path> profiles) {

    static final FoundHost NONE = new FoundHost(Optional.empty(), List.of(), Map.of(), List.of());

    private static final String LOOK = """
            user=$1 directory=$2; shift 2
            getent passwd "$user" | cut -d: -f6,7 | sed "s|^|account $(id -gn "$user"):|"
            for each in etcd etcdctl etcdutl; do
                [ ! -x "$directory/$each" ] || stat -L -c "program $each:%U:%G:%a" "$directory/$each"
            done
            for each; do
                heading=$(grep -m1 -h 'PRIVATE KEY-----' "$each") && printf 'key %s:%s\\n' "$each" "$heading"
            done
            grep -ls '^[^#]*ETCDCTL_' /etc/profile.d/*.sh | sed 's|^|profile |'
            true
            """;

    FoundHost {
        programs = List.copyOf(programs);
        keys = Map.copyOf(keys);
        profiles = List.copyOf(profiles);
    }

    /** The user's group, home and shell. */
    record Account(String group, Path home, Path shell) {}

    /** @param mode permission bits */
    record Program(String name, Ownership owner, int mode) {}

    /** @param keys that the configuration names */
    static FoundHost look(Host host, String user, Path programs, List<Path> keys) throws InterruptedException {
        Object[] words = Stream.concat(Stream.of("-c", LOOK, "look", user, programs), keys.stream())
                .toArray();
        String said = host.run(ShellCommand.reads("sh", words)).orThrow().text();
        return of(said.lines().toList());
    }

    static FoundHost of(List<String> lines) {
        Optional<Account> account = Optional.empty();
        List<Program> programs = new ArrayList<>();
        Map<Path, KeyEncoding> keys = new LinkedHashMap<>();
        List<Path> profiles = new ArrayList<>();
        for (String line : lines) {
            String rest = line.substring(line.indexOf(' ') + 1);
            String[] words = rest.split(":");
            switch (line.substring(0, Math.max(0, line.indexOf(' ')))) {
                case "account" -> account = account(words);
                case "program" ->
                    programs.add(
                            new Program(words[0], new Ownership(words[1], words[2]), Integer.parseInt(words[3], 8)));
                case "key" -> keys.put(Path.of(rest.substring(0, rest.lastIndexOf(':'))), encoding(rest));
                case "profile" -> profiles.add(Path.of(rest));
                default -> {}
            }
        }
        return new FoundHost(account, programs, keys, profiles);
    }

    private static Optional<Account> account(String[] words) {
        return words.length == 3
                ? Optional.of(new Account(words[0], Path.of(words[1]), Path.of(words[2])))
                : Optional.empty();
    }

    private static KeyEncoding encoding(String heading) {
        if (heading.contains("RSA PRIVATE")) {
            return KeyEncoding.PKCS1;
        }
        return heading.contains("EC PRIVATE") ? KeyEncoding.SEC1 : KeyEncoding.PKCS8;
    }
}
