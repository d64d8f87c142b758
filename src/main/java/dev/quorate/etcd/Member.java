package dev.quorate.etcd;

import java.util.List;

/**
 * A member as the cluster's membership has it.
 *
 * @param id unsigned
 * @param name empty until the member has started for the first time
 */
public record Member(long id, String name, List<String> peerUrls, List<String> clientUrls, boolean learner) {
    public Member {
        peerUrls = List.copyOf(peerUrls);
        clientUrls = List.copyOf(clientUrls);
    }

    public boolean started() {
        return !name.isEmpty();
    }

    /** The id as etcd prints it: hexadecimal, not padded. */
    public String hexId() {
        return Long.toHexString(id);
    }
}
