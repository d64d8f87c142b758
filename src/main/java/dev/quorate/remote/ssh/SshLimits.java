package dev.quorate.remote.ssh;

import java.time.Duration;

/**
 * How long connections may take to answer.
 *
 * @param connect until a server answers
 * @param keepAlive between two questions whether a server still lives; three without an answer end the connection;
 *     whole seconds, as the protocol's library counts them, and one at the least
 */
public record SshLimits(Duration connect, Duration keepAlive) {

    public static final SshLimits USUAL = new SshLimits(Duration.ofSeconds(5), Duration.ofSeconds(4));

    public SshLimits {
        if (keepAlive.toSeconds() < 1) {
            throw new IllegalArgumentException("no whole second between two questions: " + keepAlive);
        }
    }
}
