package dev.quorate.snapshot;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.command.OnProtected;
import dev.quorate.command.ValueTypes;
import dev.quorate.snapshot.Restoring.Prepared;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** {@code snapshot …}. */
public final class SnapshotCommands implements CommandGroup {

    private static final String GROUP = "Snapshots";
    private static final Argument<String> TARGET = Argument.required(
            "file", ValueTypes.FILE.completing(Completes.SNAPSHOT), "file to save into; one that is there is replaced");
    private static final Argument<String> FILE = Argument.required(
            "file", ValueTypes.FILE.completing(Completes.SNAPSHOT), "a file that snapshot save wrote");

    private final Saving saving;
    private final Supplier<Restoring> restoring;

    public SnapshotCommands(Saving saving, Supplier<Restoring> restoring) {
        this.saving = saving;
        this.restoring = restoring;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("snapshot save", "Saves all data of a member into a file")
                        .group(GROUP)
                        .details("""
                                Of several endpoints a healthy follower is chosen. The file appears only when it is whole and
                                verified; until then there is a FILE.part, which is gone when anything goes wrong.

                                  snapshot save backup.db
                                """)
                        .arguments(TARGET)
                        .runs(this::save),
                CommandSpec.named("snapshot status", "Shows hash, revision, keys and size of a snapshot")
                        .group(GROUP)
                        .details("""
                                As etcdutl does it. Needs no cluster.

                                  snapshot status backup.db -w table
                                """)
                        .arguments(FILE)
                        .runs(line -> line.print(new SnapshotStatusView(
                                SnapshotFile.existing(line.get(FILE)).inspect().status()))),
                CommandSpec.named(
                                "snapshot verify", "Checks that a snapshot is whole: its SHA-256, its pages, its keys")
                        .group(GROUP)
                        .details("""
                                Needs no cluster.

                                  snapshot verify backup.db
                                """)
                        .arguments(FILE)
                        .runs(this::verify),
                RestoreLine.declaration()
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .onProtected(OnProtected.RUNS)
                        .arguments(FILE)
                        .runs(this::restore));
    }

    private void save(Invocation line) throws InterruptedException {
        String file = line.get(TARGET);
        if (line.dryRun()) {
            line.note("would save a snapshot into " + file);
            return;
        }
        Saved saved = saving.save(Path.of(file), line::note);
        line.print(new SavedView(file, saved));
    }

    private void verify(Invocation line) {
        SnapshotFile file = SnapshotFile.existing(line.get(FILE));
        String digest = file.checkedDigest();
        line.print(new VerifiedView(line.get(FILE), digest, file.inspect()));
    }

    private void restore(Invocation line) throws InterruptedException {
        Prepared restore = restoring.get().prepare(RestoreLine.request(line, line.get(FILE)));
        if (line.dryRun()) {
            line.note("would restore " + restore.described());
            return;
        }
        restoring.get().run(restore);
        line.note("restored " + restore.described());
    }
}
