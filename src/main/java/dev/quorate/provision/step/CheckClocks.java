package dev.quorate.provision.step;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the clocks of all hosts with that of the operator's machine and so with each other. Members whose clocks differ
 * refuse each other's certificates, and leases end at the wrong time (etcd issues 9768, 12291); etcd itself warns from one
 * second on.
 */
public record CheckClocks(String cluster, List<Host> hosts, Clock clock) implements Step {

    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(1);
    private static final Duration TOO_MUCH = Duration.ofMinutes(1);
    static final ShellCommand NOW = ShellCommand.reads("date", "+%s.%N");

    public CheckClocks {
        hosts = List.copyOf(hosts);
    }

    @Override
    public String title() {
        return "check clocks";
    }

    @Override
    public String target() {
        return cluster;
    }

    @Override
    public StepState inspect() throws InterruptedException {
        Map<String, Duration> ahead = new LinkedHashMap<>();
        for (Host host : hosts) {
            ahead(host).ifPresent(by -> ahead.put(host.name(), by));
        }
        Duration spread = spread(ahead);
        if (allFar(ahead) && spread.compareTo(TOO_MUCH) < 0) {
            return StepState.blocked(
                    "the clock of this machine is wrong: " + describe(ahead),
                    "set it, by NTP for one; the certificates it would issue would hold at the wrong time");
        }
        List<String> far = further(ahead, TOO_MUCH);
        if (!far.isEmpty()) {
            return StepState.blocked(String.join("; ", far), "set the clocks there, by NTP for one");
        }
        return StepState.done("%d ms apart".formatted(spread.toMillis()), further(ahead, WORTH_A_WARNING));
    }

    /**
     * How far the clock of {@code host} is ahead, as seen from the middle of the time the question takes. A host that cannot
     * be asked is one that {@link CheckHost} tells of.
     */
    private Optional<Duration> ahead(Host host) throws InterruptedException {
        try {
            Instant asked = clock.instant();
            CommandResult answer = host.run(NOW).orThrow();
            Duration half = Duration.between(asked, clock.instant()).dividedBy(2);
            return Optional.of(beyond(
                    half,
                    Duration.between(asked.plus(half), time(host, answer.text().strip()))));
        } catch (OperatorException e) {
            return Optional.empty();
        }
    }

    /** What is certain of {@code by}: the answer may have been given at any time while the question was on its way. */
    private static Duration beyond(Duration doubt, Duration by) {
        Duration certain = by.abs().minus(doubt);
        if (certain.isNegative()) {
            return Duration.ZERO;
        }
        return by.isNegative() ? certain.negated() : certain;
    }

    private static Instant time(Host host, String text) {
        int dot = text.indexOf('.');
        try {
            return Instant.ofEpochSecond(Long.parseLong(text.substring(0, dot)))
                    .plusNanos(Long.parseLong(text.substring(dot + 1)));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw OperatorException.of(ExitCode.ERROR, "%s tells no time: \"%s\"".formatted(host.name(), text));
        }
    }

    private static Duration spread(Map<String, Duration> ahead) {
        Duration first = ahead.values().stream().min(Duration::compareTo).orElse(Duration.ZERO);
        Duration last = ahead.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        return last.minus(first);
    }

    private static boolean allFar(Map<String, Duration> ahead) {
        return ahead.size() > 1
                && ahead.values().stream().allMatch(each -> each.abs().compareTo(TOO_MUCH) > 0);
    }

    private static List<String> further(Map<String, Duration> ahead, Duration limit) {
        List<String> further = new ArrayList<>();
        ahead.forEach((host, by) -> {
            if (by.abs().compareTo(limit) > 0) {
                further.add("the clock of %s is %s".formatted(host, text(by)));
            }
        });
        return further;
    }

    private static String describe(Map<String, Duration> ahead) {
        return "every host finds it " + text(ahead.values().iterator().next().negated());
    }

    private static String text(Duration by) {
        Duration size = by.abs();
        String amount = size.toHours() >= 36
                ? Math.round(size.toHours() / 24.0) + " days"
                : String.format(Locale.ROOT, "%.1f s", size.toMillis() / 1000.0);
        return amount + (by.isNegative() ? " behind" : " ahead");
    }

    @Override
    public void apply() {
        throw new IllegalStateException("a check has nothing to apply");
    }
}
