package dev.quorate.check;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.OnProtected;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Bytes;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.time.Duration;
import java.util.List;

/** {@code check …}. */
public final class CheckCommands implements CommandGroup {

    private static final Duration USUAL_DURATION = Duration.ofSeconds(60);
    private static final Flag<String> LOAD =
            Flag.value("load", Load.WORD, "s", "how much: s (small), m (medium), l (large), xl (xLarge)");
    private static final Flag<String> PERFORMANCE_PREFIX =
            Flag.value("prefix", ValueTypes.TEXT, "/etcdctl-check-perf/", "prefix of the keys that are written");
    private static final Flag<String> DATA_SCALE_PREFIX =
            Flag.value("prefix", ValueTypes.TEXT, "/etcdctl-check-datascale/", "prefix of the keys that are written");
    private static final Flag<Boolean> COMPACT =
            Flag.bool("auto-compact", "compacts the history up to the end of the check afterwards");
    private static final Flag<Boolean> DEFRAGMENT =
            Flag.bool("auto-defrag", "defragments the endpoints afterwards, one after another");

    private final PatientClient client;
    private final Duration duration;

    public CheckCommands(PatientClient client) {
        this(client, USUAL_DURATION);
    }

    /** @param duration of the writes that performance is measured by */
    CheckCommands(PatientClient client, Duration duration) {
        this.client = client;
        this.duration = duration;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                declaration("check perf", "Writes for a minute and says whether the cluster bears the load")
                        .details("""
                                Passes with nine tenths of 150 (s), 1,000 (m), 8,000 (l) or 15,000 (xl) writes in a second, none
                                slower than 0.5 s, with a standard deviation of 0.1 s at most. The keys are removed again.

                                  check perf --load m --auto-compact
                                """)
                        .flags(LOAD, PERFORMANCE_PREFIX, COMPACT, DEFRAGMENT)
                        .runs(this::performance),
                declaration("check datascale", "Writes many keys and says how much memory they take")
                        .details("""
                                Of 1 KiB each, 10,000 (s), 100,000 (m), 1,000,000 (l) or 3,000,000 (xl); the memory is that of the
                                first endpoint's member, by its metrics. The keys are removed again.

                                  check datascale --load s --auto-compact --auto-defrag
                                """)
                        .flags(LOAD, DATA_SCALE_PREFIX, COMPACT, DEFRAGMENT)
                        .runs(this::dataScale));
    }

    private static CommandSpec.Builder declaration(String words, String summary) {
        return CommandSpec.named(words, summary)
                .group("Health")
                .effect(Effect.DISRUPTS)
                .onProtected(OnProtected.NEVER);
    }

    private void performance(Invocation line) throws Exception {
        Checks.Request request = request(line, line.get(PERFORMANCE_PREFIX));
        if (!line.dryRun()) {
            report(checks(line, request).performance(duration), line);
        }
    }

    private void dataScale(Invocation line) throws Exception {
        Checks.Request request = request(line, line.get(DATA_SCALE_PREFIX));
        if (!line.dryRun()) {
            report(checks(line, request).dataScale(), line);
        }
    }

    private static Checks.Request request(Invocation line, String prefix) {
        return new Checks.Request(Load.of(line.get(LOAD)), Bytes.of(prefix), line.get(COMPACT), line.get(DEFRAGMENT));
    }

    private Checks checks(Invocation line, Checks.Request request) throws Exception {
        Checks.Listener listener = new Checks.Listener(
                sentence -> line.print(new StepView(sentence)), line::note, written -> progress(line, written));
        return new Checks(client.get(), request, listener);
    }

    private static void progress(Invocation line, int written) {
        if (line.interactive()) {
            line.note(written + " keys written so far");
        }
    }

    private static void report(Verdict verdict, Invocation line) {
        line.print(new VerdictView(verdict));
        if (!verdict.passed()) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "the cluster did not pass the check",
                    "look at its disks first (fdatasync below 10 ms), then at the network between its members");
        }
    }
}
