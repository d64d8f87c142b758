package dev.quorate.provision;

import dev.quorate.inventory.FirewallSpec.Kind;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.util.ArrayList;
import java.util.List;

/** The firewall of a host, in the words of its own program. */
public record Firewall(Host host, Kind kind) {

    /** Rules that are kept in one place, each as the program lists it: firewalld has those in force and those on disk. */
    public record Rules(Kind kind, List<String> words, List<String> listed) {

        public Rules {
            words = List.copyOf(words);
            listed = List.copyOf(listed);
        }

        public boolean has(FirewallRule rule) {
            return listed.contains(text(rule));
        }

        public ShellCommand add(FirewallRule rule) {
            return kind == Kind.UFW ? ufw(List.of(), rule) : firewalld("--add-rich-rule", rule);
        }

        public ShellCommand delete(FirewallRule rule) {
            return kind == Kind.UFW ? ufw(List.of("delete"), rule) : firewalld("--remove-rich-rule", rule);
        }

        private ShellCommand ufw(List<String> before, FirewallRule rule) {
            List<Object> arguments = new ArrayList<>(before);
            List<String> spoken = List.of(text(rule).split(" "));
            arguments.addAll(spoken.subList(1, spoken.size()));
            return ShellCommand.changes(words.getFirst(), arguments.toArray());
        }

        private ShellCommand firewalld(String flag, FirewallRule rule) {
            List<Object> arguments = new ArrayList<>(words.subList(1, words.size()));
            arguments.add(flag);
            arguments.add(text(rule));
            return ShellCommand.changes(words.getFirst(), arguments.toArray());
        }

        private String text(FirewallRule rule) {
            boolean any = rule.source().equals(FirewallRule.ANY);
            if (kind == Kind.UFW) {
                return any
                        ? "ufw allow %d/tcp".formatted(rule.port())
                        : "ufw allow from %s to any port %d proto tcp".formatted(rule.source(), rule.port());
            }
            String family = rule.source().indexOf(':') < 0 ? "ipv4" : "ipv6";
            String source = any ? "" : " family=\"%s\" source address=\"%s\"".formatted(family, rule.source());
            return "rule%s port port=\"%d\" protocol=\"tcp\" accept".formatted(source, rule.port());
        }
    }

    public String program() {
        return kind == Kind.UFW ? "ufw" : "firewalld";
    }

    public boolean isThere() throws InterruptedException {
        String command = kind == Kind.UFW ? "ufw" : "firewall-cmd";
        return host.run(ShellCommand.reads("sh", "-c", "command -v \"$1\"", "sh", command))
                .succeeded();
    }

    public boolean isOn() throws InterruptedException {
        return switch (kind) {
            case UFW -> host.run(ShellCommand.reads("ufw", "status")).text().contains("Status: active");
            case FIREWALLD ->
                host.run(ShellCommand.reads("firewall-cmd", "--state")).succeeded();
            case NONE -> true;
        };
    }

    /** Where rules must stand to hold now and after the next start. */
    public List<Rules> rules() throws InterruptedException {
        if (kind == Kind.UFW) {
            return List.of(new Rules(kind, List.of("ufw"), list("ufw", "show", "added")));
        }
        if (!isOn()) {
            return List.of(listed("firewall-offline-cmd"));
        }
        return List.of(listed("firewall-cmd", "--permanent"), listed("firewall-cmd"));
    }

    private Rules listed(String... words) throws InterruptedException {
        List<String> listing = new ArrayList<>(List.of(words));
        listing.add("--list-rich-rules");
        return new Rules(kind, List.of(words), list(listing.toArray(String[]::new)));
    }

    private List<String> list(String... words) throws InterruptedException {
        ShellCommand command = ShellCommand.reads(
                words[0], List.of(words).subList(1, words.length).toArray());
        return host.run(command).orThrow().text().lines().map(String::strip).toList();
    }
}
