package dev.quorate.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How hosts are reached. What is empty is left to {@code ~/.ssh/config} and the defaults of SSH.
 *
 * @param identities private key files, tried in order
 * @param jump {@code user@host:port} to go through
 * @param acceptNew whether an unknown host key is accepted and remembered; a changed one never is
 */
public record SshSpec(
        Optional<String> user,
        OptionalInt port,
        List<Path> identities,
        Optional<String> jump,
        Optional<Sudo> sudo,
        Optional<Path> knownHosts,
        Optional<Boolean> acceptNew) {

    /** How the user becomes root. */
    public enum Sudo {
        /** As needed: not at all if the user is root, without a password if that works, else it is asked for. */
        AUTO,
        /** Not at all. */
        NONE,
        PASSWORDLESS,
        /** With a password, which is asked for once. */
        PASSWORD
    }

    public static final SshSpec UNSET = new SshSpec(
            Optional.empty(),
            OptionalInt.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public static final SshSpec DEFAULT = UNSET;

    public SshSpec {
        identities = List.copyOf(identities);
    }

    /** These settings where {@code over} says nothing else. */
    public SshSpec overlaidBy(SshSpec over) {
        return new SshSpec(
                over.user.or(() -> user),
                over.port.isPresent() ? over.port : port,
                over.identities.isEmpty() ? identities : over.identities,
                over.jump.or(() -> jump),
                over.sudo.or(() -> sudo),
                over.knownHosts.or(() -> knownHosts),
                over.acceptNew.or(() -> acceptNew));
    }

    public SshSpec withUser(String newUser) {
        return new SshSpec(Optional.of(newUser), port, identities, jump, sudo, knownHosts, acceptNew);
    }

    /** These, with unknown host keys accepted and remembered. */
    public SshSpec acceptingNew() {
        return new SshSpec(user, port, identities, jump, sudo, knownHosts, Optional.of(true));
    }

    public SshSpec withPort(int newPort) {
        return new SshSpec(user, OptionalInt.of(newPort), identities, jump, sudo, knownHosts, acceptNew);
    }
}
