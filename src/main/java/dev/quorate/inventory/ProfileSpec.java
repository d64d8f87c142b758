package dev.quorate.inventory;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that sets {@code ETCDCTL_*} for the login shells of a host, of those who may read the key it names.
 *
 * @param client the certificate it names: a client's, which then goes to the hosts, or {@link #MEMBER}
 * @param users of the hosts who may read its key, besides root
 * @param group of the hosts they are made members of, and to which the key is given
 */
public record ProfileSpec(Path file, String client, List<String> users, String group) {

    /** The member's own certificate, whose key only the service's user can read. */
    public static final String MEMBER = "member";

    public static final Path USUAL_FILE = Path.of("/etc/profile.d/etcdctl.sh");

    public static final String USUAL_GROUP = "etcdctl";

    public ProfileSpec {
        users = List.copyOf(users);
    }
}
