package dev.quorate.cluster;

import dev.quorate.command.Invocation;
import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.FileText;
import dev.quorate.inventory.source.HcloudServers;
import dev.quorate.inventory.source.Imported;
import dev.quorate.inventory.source.Sources;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gets the members of another tool: of its file, of standard input, or by asking hcloud. */
final class Importing {

    private static final String STANDARD_INPUT = "-";
    private static final int MOST_TOLD = 10;

    private final Host local;

    Importing(Host local) {
        this.local = local;
    }

    Imported read(Invocation line) throws IOException, InterruptedException {
        if (asksHcloud(line)) {
            return HcloudServers.parse(servers(line.get(ExchangeCommands.SELECTOR)));
        }
        String source = line.get(ExchangeCommands.SOURCE)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        "where the members come from is not said",
                        "name a file, - for standard input, or --hcloud"));
        String text = FileText.of(source.equals(STANDARD_INPUT) ? line.input().readAllBytes() : bytes(Path.of(source)));
        return Sources.read(source, text, line.get(ExchangeCommands.KIND), line.get(ExchangeCommands.ANSIBLE_GROUP));
    }

    private static boolean asksHcloud(Values line) {
        return line.get(ExchangeCommands.HCLOUD)
                || line.get(ExchangeCommands.SELECTOR).isPresent();
    }

    /** Where the members come from, for the heading of the file. */
    static String origin(Values line) {
        if (asksHcloud(line)) {
            return "hcloud"
                    + line.get(ExchangeCommands.SELECTOR)
                            .map(labels -> ", labels " + labels)
                            .orElse("");
        }
        String source = line.get(ExchangeCommands.SOURCE).orElse(STANDARD_INPUT);
        return source.equals(STANDARD_INPUT) ? "standard input" : source;
    }

    private String servers(Optional<String> selector) throws InterruptedException {
        List<Object> words = new ArrayList<>(List.of("server", "list", "-o", "json"));
        selector.ifPresent(labels -> words.addAll(List.of("--selector", labels)));
        CommandResult result = local.run(ShellCommand.reads("hcloud", words.toArray()));
        return result.orThrow().text();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw OperatorException.of(
                    ExitCode.IO, "cannot read " + file + ": " + e.getMessage(), "name a file, or - for standard input");
        }
    }

    /** Tells {@code mistakes}; of very many the first ones. */
    static void tell(List<String> mistakes, Consumer<String> talk) {
        mistakes.stream().limit(MOST_TOLD).forEach(talk);
        if (mistakes.size() > MOST_TOLD) {
            talk.accept("and " + (mistakes.size() - MOST_TOLD) + " more that were left out");
        }
    }

    /** Its members, of which there must be some. */
    static List<NodeSpec> required(Imported imported) {
        if (imported.members().isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "no member was found",
                    "each line of a table is NAME ADDRESS [HOST]; --as says what a source is, --group which hosts");
        }
        return imported.members();
    }
}
