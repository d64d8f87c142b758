package dev.quorate.provision.binary;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a program whether it is etcd, and which. */
public final class EtcdProgram {

    private static final Pattern VERSION = Pattern.compile("(?m)^etcd Version: (\\S+)");

    private EtcdProgram() {}

    /** The version of the etcd at {@code path}; empty where nothing runs that calls itself etcd. */
    public static Optional<EtcdVersion> versionAt(Host host, Path path) throws InterruptedException {
        if (host.files().stat(path).isEmpty()) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(
                host.run(ShellCommand.reads(path.toString(), "--version")).text());
        return version.find() ? EtcdVersion.parse(version.group(1)) : Optional.empty();
    }
}
