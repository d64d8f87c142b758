package dev.quorate.shell;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** {@code version}: what etcdctl prints, as scripts read it; Quorate's own is {@code quorate --version}. */
public final class VersionCommands implements CommandGroup {

    /** The release of etcdctl whose lines, flags and output this program keeps to. */
    static final String ETCDCTL = "3.5.30";

    static final String API = "3.5";

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("version", "Prints the version of etcdctl it stands for, and of the API")
                .details("quorate --version prints the version of Quorate itself.")
                .runs(line -> line.print(new VersionView())));
    }

    /** The version of this program. */
    static String own() {
        String version = VersionCommands.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private record VersionView() implements View {
        @Override
        public Tree tree() {
            return Tree.fields()
                    .put("etcdctl version", ETCDCTL)
                    .put("API version", API)
                    .put("quorate version", own())
                    .build();
        }

        @Override
        public Table table() {
            return new Table(List.of("ETCDCTL", "API", "QUORATE"), List.of(List.of(ETCDCTL, API, own())));
        }

        @Override
        public void lines(LineSink out) {
            out.line("etcdctl version: " + ETCDCTL);
            out.line("API version: " + API);
        }

        @Override
        public void fields(LineSink out) {
            lines(out);
        }

        @Override
        public boolean sameInEveryFormat() {
            return true;
        }
    }
}
