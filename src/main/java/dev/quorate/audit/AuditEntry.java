package dev.quorate.audit;

import dev.quorate.output.Tree;
import java.time.Duration;
import java.time.Instant;

/**
 * A command that could change something.
 *
 * @param time when it began
 * @param user who ran it, as the operating system says
 * @param cluster the context in use, or the endpoints where there is none
 * @param line as typed, without secrets and values
 * @param status how it ended; 0 is success
 * @param took how long it ran
 */
public record AuditEntry(Instant time, String user, String cluster, String line, int status, Duration took) {

    Tree tree() {
        return Tree.fields()
                .put("time", time.toString())
                .put("user", user)
                .put("cluster", cluster)
                .put("line", line)
                .put("status", status)
                .put("milliseconds", took.toMillis())
                .build();
    }
}
