package dev.quorate.provision.step;

import dev.quorate.provision.HostNeeds;
import dev.quorate.provision.HostNeeds.Neighbour;
import dev.quorate.provision.HostNeeds.Room;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one command tells of a host: a line for each thing asked, a kind, what was asked and what was found. */
record HostLook(List<Line> lines) {

    /** {@code space /usr/local/bin 51200}. */
    record Line(String kind, String asked, String found) {
        static Line parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Line(parts[0], part(parts, 1), part(parts, 2).strip());
        }

        private static String part(String[] parts, int index) {
            return parts.length > index ? parts[index] : "";
        }
    }

    /**
     * Names and ports are tried all at once. A port that refuses is reached as well as one that answers: nobody listens there
     * yet. {@code timeout} ends with 124 where nothing comes back.
     */
    private static final String SCRIPT = """
            echo "uid . $(id -u)"
            if [ -d /run/systemd/system ]; then
                echo 'init . systemd'
                echo "systemd . $(systemctl --version | awk 'NR == 1 { print $2 }')"
            fi
            if findmnt -no OPTIONS -T /tmp | grep -qw noexec; then echo 'mount /tmp noexec'; fi
            for wish; do
                what=${wish#*=}
                case $wish in
                room=*)
                    present=$what
                    while [ ! -d "$present" ]; do present=$(dirname "$present"); done
                    echo "space $what $(df -Pm "$present" | awk 'NR == 2 { print $4 }')"
                    echo "mount $what $(findmnt -no OPTIONS -T "$present")" ;;
                user=*) echo "user $what $(getent passwd "$what" | cut -d: -f1)" ;;
                account=*) echo "account $what $(getent passwd "$what" | cut -d: -f6,7)" ;;
                name=*) { found=$(timeout 5 getent ahosts "$what" | awk '{ print $1 }' | sort -u); echo "name $what" $found; } & ;;
                reach=*) {
                    said=$(timeout 3 bash -c ": <>/dev/tcp/$what" 2>&1) && said=open
                    [ $? -ne 124 ] || said=silence
                    echo "reach $what" $said
                } & ;;
                esac
            done
            wait
            """;

    HostLook {
        lines = List.copyOf(lines);
    }

    static HostLook at(Host host, HostNeeds needs) throws InterruptedException {
        return parse(host.run(command(needs)).orThrow().text());
    }

    static HostLook parse(String text) {
        return new HostLook(text.lines().map(Line::parse).toList());
    }

    static ShellCommand command(HostNeeds needs) {
        List<Object> words = new ArrayList<>(List.of("-c", SCRIPT, "look"));
        for (Room room : needs.room()) {
            words.add("room=" + room.directory());
        }
        needs.user().ifPresent(user -> words.add("user=" + user));
        needs.account().ifPresent(account -> words.add("account=" + account.user()));
        for (Neighbour neighbour : needs.neighbours()) {
            neighbour.names().forEach(name -> words.add("name=" + name));
            neighbour.ports().forEach(port -> words.add("reach=" + neighbour.address() + "/" + port));
        }
        return ShellCommand.reads("sh", words.toArray());
    }

    /** What was found about {@code asked}; empty where the host said nothing. */
    Optional<String> find(String kind, String asked) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind) && line.asked().equals(asked))
                .map(Line::found)
                .filter(found -> !found.isEmpty())
                .findFirst();
    }
}
