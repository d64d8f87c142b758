package dev.quorate.provision;

import dev.quorate.inventory.ServiceSpec;
import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.remote.FileAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The systemd unit of a member.
 *
 * @param environmentFile read before it starts; empty where there is none
 * @param command what it runs
 */
public record ServiceUnit(ServiceSpec service, Optional<Path> environmentFile, List<String> command) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@+-]+");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+}");

    public ServiceUnit {
        command = List.copyOf(command);
    }

    /** Its name for systemctl: {@code etcd.service}. */
    public String name() {
        return service.unit();
    }

    /** {@code Type=notify}: it has started when it has joined a cluster, not before. */
    public RenderedFile rendered() {
        List<String> lines = new ArrayList<>();
        unit(lines);
        service(lines);
        lines.add("");
        lines.add("[Install]");
        lines.add("WantedBy=multi-user.target");
        return new RenderedFile(service.file(), String.join("\n", lines) + "\n", FileAccess.PUBLIC);
    }

    private void unit(List<String> lines) {
        lines.add("[Unit]");
        lines.add("Description=" + escape(service.description()));
        service.documentation().forEach(address -> lines.add("Documentation=" + escape(address)));
        if (!service.after().isEmpty()) {
            lines.add("Wants=" + String.join(" ", service.after()));
            lines.add("After=" + String.join(" ", service.after()));
        }
        service.restart()
                .limitInterval()
                .ifPresent(interval -> lines.add("StartLimitIntervalSec=" + seconds(interval)));
    }

    private void service(List<String> lines) {
        lines.add("");
        lines.add("[Service]");
        lines.add("Type=notify");
        lines.add("User=" + service.account().user());
        lines.add("Group=" + service.account().group());
        environmentFile.ifPresent(file -> lines.add("EnvironmentFile=" + file));
        lines.add("ExecStart=" + commandLine());
        lines.add("Restart=" + service.restart().policy());
        lines.add("RestartSec=" + seconds(service.restart().delay()));
        service.openFiles().ifPresent(files -> lines.add("LimitNOFILE=" + files));
    }

    /** A flag a line, where the command has more than its file. */
    private String commandLine() {
        String separator = command.size() > 3 ? " \\\n    " : " ";
        return command.stream().map(ServiceUnit::word).collect(Collectors.joining(separator));
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }

    /** As {@code systemd.service(5)} reads command lines: quotes, backslashes and specifiers are marked, and stray dollars. */
    private static String word(String word) {
        if (PLAIN.matcher(VARIABLE.matcher(word).replaceAll("")).matches()
                || VARIABLE.matcher(word).matches()) {
            return word;
        }
        String marked = escape(word).replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$");
        return "\"" + marked + "\"";
    }

    private static String escape(String text) {
        return text.replace("%", "%%");
    }
}
