package dev.quorate.sandbox;

import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.StepOutcome;
import dev.quorate.sandbox.Sandbox.Manner;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.time.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A console of its own that brings a sandbox up and is killed by SIGKILL on the way. */
public final class SandboxVictim {

    private static final int KILLED = 128 + 9;

    private SandboxVictim() {}

    /** Whether it was killed; if not, it found nothing left to change. */
    static boolean diesAfterItsFirstChange(Path directory) throws IOException, InterruptedException {
        int status = start(directory, "at its first change").waitFor();
        if (status != 0 && status != KILLED) {
            throw new AssertionError("the console ended with " + status);
        }
        return status == KILLED;
    }

    /** Kills it after some time, whatever it is doing then. */
    static void diesAfter(Path directory, Duration time) throws IOException, InterruptedException {
        Process console = start(directory, "never");
        console.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        console.destroyForcibly().waitFor();
    }

    private static Process start(Path directory, String when) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxVictim.class.getName(),
                        directory.toString(),
                        when))
                .inheritIO()
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment =
                Map.of("PATH", EtcdBinaries.etcd(EtcdBinaries.V3_5).getParent().toString());
        Sandbox sandbox =
                new Sandbox(Path.of(arguments[0]), new JetcdClients(), environment, Clock.systemUTC(), Pause.real());
        sandbox.up(new SandboxRequest(Optional.of(3), Optional.empty()), new Manner(false, killer(arguments[1])));
        System.exit(0);
    }

    private static PlanListener killer(String when) {
        if (when.equals("never")) {
            return PlanListener.NONE;
        }
        return new PlanListener() {
            @Override
            public void stepFinished(StepOutcome outcome) {
                if (outcome.changed()) {
                    killThisProcess();
                }
            }
        };
    }

    private static void killThisProcess() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
