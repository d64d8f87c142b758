package dev.quorate.snapshot;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that can restore: {@code etcdutl}, which etcd has had since 3.5, or the {@code etcdctl} of a version before.
 *
 * @param path of the program
 */
record RestoreTool(Path path, EtcdVersion version) {

    private static final Pattern VERSION = Pattern.compile("(?m)^etcd(?:utl|ctl) version: (\\S+)");
    private static final EtcdVersion FIRST_ETCDUTL = new EtcdVersion(3, 5, 0);
    private static final EtcdVersion FIRST_BUMP = new EtcdVersion(3, 5, 10);

    /** The tool in {@code directory}, if there is one. */
    static Optional<RestoreTool> in(Path directory, Host host) throws InterruptedException {
        Optional<RestoreTool> etcdutl = at(directory.resolve("etcdutl"), host);
        if (etcdutl.isPresent()) {
            return etcdutl;
        }
        return at(directory.resolve("etcdctl"), host).filter(etcdctl -> !etcdctl.version.atLeast(FIRST_ETCDUTL));
    }

    private static Optional<RestoreTool> at(Path path, Host host) throws InterruptedException {
        if (host.files().stat(path).isEmpty()) {
            return Optional.empty();
        }
        String told = host.run(ShellCommand.reads("env", "ETCDCTL_API=3", path, "version"))
                .text();
        Matcher version = VERSION.matcher(told);
        return version.find()
                ? EtcdVersion.parse(version.group(1)).map(number -> new RestoreTool(path, number))
                : Optional.empty();
    }

    /**
     * The one of {@code tools} to restore with: of the cluster's own minor version, else of the nearest above it, else the
     * newest.
     *
     * @param from the version of the cluster the snapshot is from
     */
    static Optional<RestoreTool> best(List<RestoreTool> tools, Optional<EtcdVersion> from) {
        if (from.isEmpty()) {
            return tools.stream().findFirst();
        }
        EtcdVersion cluster = from.get();
        Stream<RestoreTool> above = tools.stream()
                .filter(tool -> distance(tool, cluster) >= 0)
                .sorted(Comparator.comparingInt(tool -> distance(tool, cluster)));
        return above.findFirst().or(() -> tools.stream().max(Comparator.comparing(RestoreTool::version)));
    }

    private static int distance(RestoreTool tool, EtcdVersion cluster) {
        return (tool.version.major() - cluster.major()) * 1000 + tool.version.minor() - cluster.minor();
    }

    boolean bumps() {
        return version.atLeast(FIRST_BUMP);
    }

    ShellCommand run(List<String> words) {
        Object[] arguments =
                Stream.concat(Stream.of("ETCDCTL_API=3", path), words.stream()).toArray();
        return ShellCommand.changes("env", arguments);
    }

    /** {@code etcdutl 3.5.30}. */
    String name() {
        return path.getFileName() + " " + version;
    }
}
