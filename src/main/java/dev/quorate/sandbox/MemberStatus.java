package dev.quorate.sandbox;

import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.ServiceStatus.State;
import java.util.Locale;

/**
 * How a member of the sandbox stands, as seen from its process.
 *
 * @param dataSize bytes of its data directory
 */
record MemberStatus(String name, ServiceStatus service, String clientUrl, String peerUrl, long dataSize) {

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    String state() {
        return word(service.state());
    }
}
