package dev.quorate.hosts;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.FanOut;
import dev.quorate.remote.ssh.SshSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What came of the work on one host.
 *
 * @param value empty if it failed
 * @param failure empty if it did not
 */
record Answer<T>(String host, Optional<T> value, Optional<Failure> failure) {

    /** What is done on a host. */
    @FunctionalInterface
    interface Work<T> {
        T on(SshSettings host) throws InterruptedException;
    }

    /** Does the same on every host, {@code width} at a time. What one host refuses keeps no other from answering. */
    static <T> List<Answer<T>> ofAll(List<SshSettings> hosts, int width, Work<T> work) throws InterruptedException {
        if (width < 1) {
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, "no work with a width of " + width, "give 1 or more");
        }
        return new FanOut(width).all(hosts, host -> of(host, work));
    }

    private static <T> Answer<T> of(SshSettings host, Work<T> work) throws InterruptedException {
        try {
            return new Answer<>(host.name(), Optional.of(work.on(host)), Optional.empty());
        } catch (OperatorException e) {
            if (e.failure().exitCode() == ExitCode.INTERRUPTED) {
                throw e;
            }
            return new Answer<>(host.name(), Optional.empty(), Optional.of(e.failure()));
        }
    }

    static <T> List<T> values(List<Answer<T>> answers) {
        return answers.stream().flatMap(answer -> answer.value().stream()).toList();
    }

    /**
     * Returns if no host failed. Where several hosts did, each reason is noted first.
     *
     * @throws OperatorException naming the hosts that failed; with the reason itself where it is the only host
     */
    static <T> void requireAll(List<Answer<T>> answers, Consumer<String> note) {
        List<Answer<T>> failed =
                answers.stream().filter(answer -> answer.failure().isPresent()).toList();
        if (failed.isEmpty()) {
            return;
        }
        if (failed.size() == 1) {
            throw new OperatorException(failed.getFirst().failure().orElseThrow());
        }
        failed.forEach(answer -> answer.failure().ifPresent(failure -> tell(answer.host(), failure, note)));
        throw OperatorException.of(
                failed.getFirst().failure().orElseThrow().exitCode(),
                "%d of %d hosts failed: %s"
                        .formatted(
                                failed.size(),
                                answers.size(),
                                failed.stream().map(Answer::host).collect(Collectors.joining(", "))));
    }

    private static void tell(String host, Failure failure, Consumer<String> note) {
        note.accept(host + ": " + failure.what());
        if (failure.hint() != null) {
            note.accept("  " + failure.hint());
        }
    }
}
