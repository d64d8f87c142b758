package dev.quorate.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps that change things just now. Tells of those that take long: after ten seconds, and each time twice as many have passed. */
final class AtWork {

    static final Duration LONG = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<Step, Instant> since = new LinkedHashMap<>();
    private Duration next = LONG;

    AtWork(Clock clock) {
        this.clock = clock;
    }

    synchronized void began(Step step) {
        if (since.isEmpty()) {
            next = LONG;
        }
        since.put(step, clock.instant());
    }

    synchronized void ended(Step step) {
        since.remove(step);
    }

    /** Who is at work and for how long, if it is time to say so. */
    synchronized Optional<String> due() {
        Instant now = clock.instant();
        Duration longest = since.values().stream()
                .map(began -> Duration.between(began, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (longest.compareTo(next) < 0) {
            return Optional.empty();
        }
        next = longest.multipliedBy(2);
        return Optional.of("%s: at work for %d s".formatted(steps(), longest.toSeconds()));
    }

    /** {@code install tools on etcd1, etcd2; await healthy on prod}. */
    private String steps() {
        Map<String, String> targets = since.keySet().stream()
                .collect(Collectors.groupingBy(
                        Step::title, LinkedHashMap::new, Collectors.mapping(Step::target, Collectors.joining(", "))));
        return targets.entrySet().stream()
                .map(step -> step.getKey() + " on " + step.getValue())
                .collect(Collectors.joining("; "));
    }
}
