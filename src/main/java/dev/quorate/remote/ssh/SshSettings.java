package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which host, and how to get in. What is empty is left to {@code ~/.ssh/config} and the defaults of SSH.
 *
 * @param name the operator's name for the host
 * @param destination its address, its name, or what {@code ~/.ssh/config} calls it
 * @param identities private key files, tried in order
 * @param jump {@code user@host:port,…} to go through; {@code none} for none
 * @param knownHosts in place of {@code ~/.ssh/known_hosts}
 * @param acceptNew whether an unknown host key is accepted and remembered; a changed one never is
 */
public record SshSettings(
        String name,
        String destination,
        Optional<String> user,
        OptionalInt port,
        List<Path> identities,
        Optional<String> jump,
        Sudo sudo,
        Optional<Path> knownHosts,
        boolean acceptNew) {

    private static final Pattern WORD = Pattern.compile(
            "(?:([^@\\s]+)@)?(?:\\[([0-9A-Fa-f:.%]+)]|([^@:\\s\\[\\]]+)|([0-9A-Fa-f]*:[0-9A-Fa-f:.]+))(?::(\\d{1,5}))?");

    public SshSettings {
        identities = List.copyOf(identities);
    }

    /**
     * Of a word as {@code ssh} takes it: {@code user@host:port}, {@code [address]:port}, or a name of {@code ~/.ssh/config}.
     *
     * @throws OperatorException for anything else
     */
    public static SshSettings of(String word) {
        Matcher parts = WORD.matcher(word);
        int port = 0;
        if (parts.matches() && parts.group(5) != null) {
            port = Integer.parseInt(parts.group(5));
        }
        if (!parts.matches() || word.startsWith("-") || port > 65535) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "'%s' is no host".formatted(word),
                    "write it as etcd1, user@host or user@host:port");
        }
        String host = parts.group(2) != null
                ? parts.group(2)
                : Optional.ofNullable(parts.group(3)).orElse(parts.group(4));
        return new SshSettings(
                host,
                host,
                Optional.ofNullable(parts.group(1)),
                port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
                List.of(),
                Optional.empty(),
                Sudo.NONE,
                Optional.empty(),
                false);
    }

    public SshSettings named(String newName) {
        return new SshSettings(newName, destination, user, port, identities, jump, sudo, knownHosts, acceptNew);
    }

    public SshSettings withUser(Optional<String> newUser) {
        return new SshSettings(name, destination, newUser, port, identities, jump, sudo, knownHosts, acceptNew);
    }

    public SshSettings withPort(OptionalInt newPort) {
        return new SshSettings(name, destination, user, newPort, identities, jump, sudo, knownHosts, acceptNew);
    }

    public SshSettings withIdentities(List<Path> newIdentities) {
        return new SshSettings(name, destination, user, port, newIdentities, jump, sudo, knownHosts, acceptNew);
    }

    public SshSettings withJump(Optional<String> newJump) {
        return new SshSettings(name, destination, user, port, identities, newJump, sudo, knownHosts, acceptNew);
    }

    public SshSettings withSudo(Sudo newSudo) {
        return new SshSettings(name, destination, user, port, identities, jump, newSudo, knownHosts, acceptNew);
    }

    public SshSettings withKnownHosts(Optional<Path> newKnownHosts) {
        return new SshSettings(name, destination, user, port, identities, jump, sudo, newKnownHosts, acceptNew);
    }

    public SshSettings withAcceptNew(boolean newAcceptNew) {
        return new SshSettings(name, destination, user, port, identities, jump, sudo, knownHosts, newAcceptNew);
    }
}
