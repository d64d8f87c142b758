package dev.quorate.remote.local;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.ServiceStatus.Running;
import dev.quorate.remote.Services;
import dev.quorate.remote.ShellCommand;
import dev.quorate.time.Patience;
import dev.quorate.time.Pause;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts services as processes of their own session, which outlive the console, and finds them again. */
public final class Supervisor implements Services {

    /** Puts itself on record, then becomes the service: the process id and its start stay the same through exec. */
    private static final String BECOME = """
            record=$1; shift
            echo "$$ $(cut -d ' ' -f 22 /proc/$$/stat) $(cat /proc/sys/kernel/random/boot_id)" >"$record.new" &&
            mv "$record.new" "$record" &&
            exec "$@"
            """;

    private static final Duration TO_BEGIN = Duration.ofSeconds(10);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Map<String, LocalService> services;
    private final Pause pause;

    public Supervisor(Map<String, LocalService> services, Pause pause) {
        this.services = Map.copyOf(services);
        this.pause = pause;
    }

    @Override
    public ServiceStatus status(String service) {
        return attempt("look for", service, () -> statusOf(definition(service)));
    }

    private static ServiceStatus statusOf(LocalService service) throws IOException {
        Optional<ProcessMark> mark = ProcessMark.read(service.processFile());
        if (mark.isEmpty()) {
            return ServiceStatus.stopped();
        }
        Optional<Character> state = mark.get().state();
        if (state.isEmpty()) {
            return ServiceStatus.dead();
        }
        Running process = new Running(
                mark.get().pid(),
                Files.getLastModifiedTime(service.processFile()).toInstant());
        return state.get() == 'T' ? ServiceStatus.paused(process) : ServiceStatus.running(process);
    }

    @Override
    public void start(String service) throws InterruptedException {
        if (status(service).alive()) {
            return;
        }
        LocalService definition = definition(service);
        Process process = attempt("start", service, () -> spawn(definition));
        boolean known = patience(TO_BEGIN).until(() -> onRecord(service, process) || !process.isAlive());
        if (!known) {
            process.destroyForcibly();
            throw OperatorException.of(ExitCode.ERROR, "%s did not begin within %s".formatted(service, TO_BEGIN));
        }
    }

    private static Process spawn(LocalService service) throws IOException {
        Files.deleteIfExists(service.processFile());
        List<String> words = new ArrayList<>(List.of(
                "setsid", "sh", "-c", BECOME, "sh", service.processFile().toString()));
        words.addAll(service.command());
        return new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(service.log().toFile()))
                .redirectErrorStream(true)
                .start();
    }

    private boolean onRecord(String service, Process process) {
        return status(service)
                .process()
                .filter(running -> running.pid() == process.pid())
                .isPresent();
    }

    @Override
    public void stop(String service) throws InterruptedException {
        signal(service, "TERM");
        signal(service, "CONT");
        if (!patience(TO_END).until(() -> !status(service).alive())) {
            kill(service);
        }
        attempt(
                "forget",
                service,
                () -> Files.deleteIfExists(definition(service).processFile()));
    }

    @Override
    public void kill(String service) throws InterruptedException {
        signal(service, "KILL");
        if (!patience(TO_END).until(() -> !status(service).alive())) {
            throw OperatorException.of(ExitCode.ERROR, service + " does not end, not even killed");
        }
    }

    @Override
    public void pause(String service) throws InterruptedException {
        signal(service, "STOP");
        patience(TO_END).until(() -> status(service).state() != ServiceStatus.State.RUNNING);
    }

    @Override
    public void resume(String service) throws InterruptedException {
        signal(service, "CONT");
        patience(TO_END).until(() -> status(service).state() != ServiceStatus.State.PAUSED);
    }

    private void signal(String service, String signal) throws InterruptedException {
        Optional<Running> process = status(service).process();
        if (process.isPresent()) {
            String pid = Long.toString(process.get().pid());
            new LocalCommand(service, ShellCommand.changes("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, pid))
                    .run();
        }
    }

    @Override
    public List<String> logTail(String service, int lines) {
        return attempt(
                "read the log of", service, () -> LogTail.of(definition(service).log(), lines));
    }

    private LocalService definition(String service) {
        LocalService definition = services.get(service);
        if (definition == null) {
            throw new IllegalArgumentException("no service " + service + " among " + services.keySet());
        }
        return definition;
    }

    private Patience patience(Duration limit) {
        return new Patience(pause, limit, LOOK_EVERY);
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws IOException;
    }

    private static <T> T attempt(String verb, String service, Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (IOException e) {
            String what = "cannot %s %s: %s".formatted(verb, service, Reasons.of(e));
            throw new OperatorException(Failure.of(ExitCode.IO, what), e);
        }
    }
}
