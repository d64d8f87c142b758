package dev.quorate.hosts;

import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a host is and how it stands.
 *
 * @param facts by name, in the order they are shown
 * @param clock how far its clock is ahead, seen through the time it took to ask
 */
record FactsOfHost(String host, Map<String, String> facts, Duration clock) {

    private static final String LOOK = """
            export LC_ALL=C
            echo "time=$(date +%s)"
            echo "kernel=$(uname -r)"
            echo "architecture=$(uname -m)"
            [ -r /etc/os-release ] && . /etc/os-release && echo "system=$ID ${VERSION_ID:-}"
            echo "user=$(id -un)"
            echo "processors=$(getconf _NPROCESSORS_ONLN)"
            awk '/^MemTotal:/ { print "memory=" $2 }' /proc/meminfo
            df -Pk /var/lib | awk 'NR == 2 { print "free=" $4 }'
            awk '{ print "up=" int($1) }' /proc/uptime
            systemctl --version 2>/dev/null | awk 'NR == 1 { print "systemd=" $2 }'
            echo "etcd=$(systemctl is-active etcd 2>/dev/null)"
            """;

    /** Looks by one command. */
    static FactsOfHost of(Host host, java.time.Clock clock) throws InterruptedException {
        Instant before = clock.instant();
        String text = host.run(ShellCommand.reads("sh", "-c", LOOK)).orThrow().text();
        Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        Map<String, String> facts = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> facts.put(parts[0], parts[1].strip()));
        Instant there = Instant.ofEpochSecond(Long.parseLong(facts.getOrDefault("time", "0")));
        return new FactsOfHost(host.name(), facts, Duration.between(middle, there));
    }

    String text(String name) {
        return facts.getOrDefault(name, "");
    }

    /** A size in bytes, of a fact in KiB: the awk of Debian counts no further than 2 GiB without loss. */
    long bytes(String name) {
        return number(name) * 1024;
    }

    /** A number; 0 where there is none. */
    long number(String name) {
        String text = text(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
