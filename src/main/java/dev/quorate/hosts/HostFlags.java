package dev.quorate.hosts;

import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which hosts a line means, and how to reach them. */
final class HostFlags {

    private static final ValueType<Path> PATH = ValueType.of("file", Path::of).completing(Completes.FILE);

    static final Flag<List<String>> HOSTS = Flag.list(
            "hosts",
            ValueTypes.TEXT.named("host").completing(Completes.HOST),
            "members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out");
    static final Flag<Optional<Path>> FILE =
            Flag.optional("file", PATH, "a cluster file, instead of that of the cluster in use");
    static final Flag<Optional<String>> SSH_USER =
            Flag.optional("ssh-user", ValueTypes.TEXT.named("user"), "who logs in");
    static final Flag<List<Path>> IDENTITY = Flag.repeated("identity", PATH, "a private key to log in with");
    static final Flag<Optional<String>> JUMP =
            Flag.optional("jump", ValueTypes.TEXT.named("user@host:port"), "a host to go through");
    static final Flag<Optional<Path>> KNOWN_HOSTS =
            Flag.optional("known-hosts", PATH, "the file of host keys, instead of ~/.ssh/known_hosts");
    static final Flag<Boolean> ACCEPT_NEW =
            Flag.bool("accept-new", "accepts and remembers host keys that are not known; never changed ones");
    static final Flag<Boolean> SUDO = Flag.bool("sudo", "as root, by sudo where the user is not");
    static final Flag<Integer> WIDTH =
            Flag.value("width", ValueTypes.INT32, 16, "how many hosts are worked on at the same time");

    private static final List<Flag<?>> REACH =
            List.of(HOSTS, FILE, SSH_USER, IDENTITY, JUMP, KNOWN_HOSTS, ACCEPT_NEW, WIDTH);

    private HostFlags() {}

    /** Those every command has, and {@code own}. */
    static Flag<?>[] with(Flag<?>... own) {
        List<Flag<?>> flags = new java.util.ArrayList<>(List.of(own));
        flags.addAll(REACH);
        return flags.toArray(Flag<?>[]::new);
    }
}
