package dev.quorate.remote.ssh;

import java.nio.file.Path;
import java.util.List;

/**
 * One server on the way to a host, the host itself being the last.
 *
 * @param name for messages
 * @param identities private key files, tried in order
 * @param identitiesOnly whether no other key is to be tried
 * @param knownHosts the files with host keys, the one to write first
 * @param unheeded what {@code ~/.ssh/config} says against checking host keys, which are checked all the same
 */
record Stop(
        String name,
        String address,
        int port,
        String user,
        List<Path> identities,
        boolean identitiesOnly,
        List<Path> knownHosts,
        boolean acceptNew,
        List<String> unheeded) {

    /** {@code user@address:port}, port 22 left out. */
    String login() {
        return user + "@" + place();
    }

    /** The address as {@code known_hosts} writes it: {@code host} or {@code [host]:port}. */
    String place() {
        return port == 22 ? address : "[" + address + "]:" + port;
    }

    /** What a message calls it: the name, and the login where that says more. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(name, login());
    }
}
