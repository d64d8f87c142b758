package dev.quorate.inventory;

import java.nio.file.Path;

/**
 * A file that sets {@code ETCDCTL_*} for the login shells of a host.
 *
 * @param client the certificate it names: a client's, which then goes to the hosts, or {@link #MEMBER}
 */
public record ProfileSpec(Path file, String client) {

    /** The member's own certificate, whose key only the service's user can read. */
    public static final String MEMBER = "member";

    public static final Path USUAL_FILE = Path.of("/etc/profile.d/etcdctl.sh");
}
