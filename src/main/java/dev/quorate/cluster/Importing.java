package dev.quorate.cluster;

import dev.quorate.cluster.adopt.Adoption;
import dev.quorate.cluster.adopt.MemberFiles;
import dev.quorate.command.Invocation;
import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.inventory.file.FileText;
import dev.quorate.inventory.source.HcloudServers;
import dev.quorate.inventory.source.Imported;
import dev.quorate.inventory.source.Sources;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gets a cluster of another tool, by its file, standard input or asking hcloud, or of the files written for its members. */
final class Importing {

    private static final String STANDARD_INPUT = "-";
    private static final int MOST_TOLD = 10;

    private final Host local;

    Importing(Host local) {
        this.local = local;
    }

    /**
     * What was found.
     *
     * @param remarks what was left out of it or is wrong with it, a sentence each
     */
    record Result(ClusterSpec spec, List<String> remarks) {}

    /** @param newCluster designs the cluster of a source that tells of hosts alone */
    Result read(Invocation line, NewCluster newCluster) throws IOException, InterruptedException {
        if (asksHcloud(line)) {
            return hosts(HcloudServers.parse(servers(line.get(ExchangeCommands.SELECTOR))), line, newCluster);
        }
        String source = line.get(ExchangeCommands.SOURCE)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        "where the members come from is not said",
                        "name a file or folder, - for standard input, or --hcloud"));
        if (!source.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(source))) {
            return files(Path.of(source), line, newCluster);
        }
        boolean piped = source.equals(STANDARD_INPUT);
        String text = text(origin(line), piped ? line.input().readAllBytes() : bytes(Path.of(source)));
        Optional<Sources.Kind> kind = line.get(ExchangeCommands.KIND);
        if (kind.isEmpty() && !piped && MemberFiles.isOne(text)) {
            return files(Path.of(source), line, newCluster);
        }
        return hosts(Sources.read(source, text, kind, line.get(ExchangeCommands.ANSIBLE_GROUP)), line, newCluster);
    }

    private static Result hosts(Imported imported, Invocation line, NewCluster newCluster) {
        String name = line.get(ExchangeCommands.NEW_NAME);
        return new Result(
                CommonSsh.lifted(newCluster.design(line, name, required(imported))), first(imported.mistakes()));
    }

    /** Files of members say how all is; only where etcd comes from and who logs in they do not. */
    private static Result files(Path source, Invocation line, NewCluster newCluster) {
        if (line.get(ClusterFlags.LIKE).isPresent()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    source + " has files of members, which say themselves how they are configured",
                    "leave --like out");
        }
        SshSpec ssh =
                line.get(ClusterFlags.SSH_USER).map(SshSpec.UNSET::withUser).orElse(SshSpec.UNSET);
        String name = line.get(ExchangeCommands.NEW_NAME);
        Adoption adoption = new MemberFiles(source)
                .adopt(name, line.get(ClusterFlags.ETCD_VERSION).orElse(EtcdSpec.LATEST_KNOWN), ssh);
        return new Result(newCluster.distinct(adoption.spec()), adoption.remarks());
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

    /** Random bytes have lines and equals signs as well. */
    private static String text(String source, byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                throw OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        source + " is no text",
                        "name an inventory, a table or files of members");
            }
        }
        return FileText.of(bytes);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new OperatorException(
                    OperatorException.of(
                                    ExitCode.IO,
                                    "there is no " + file,
                                    "name a file or folder, or - for standard input")
                            .failure(),
                    e);
        } catch (IOException e) {
            throw OperatorException.of(
                    ExitCode.IO, "cannot read " + file + ": " + e.getMessage(), "name a file, or - for standard input");
        }
    }

    /** Of very many the first ones. */
    private static List<String> first(List<String> mistakes) {
        if (mistakes.size() <= MOST_TOLD) {
            return mistakes;
        }
        List<String> first = new ArrayList<>(mistakes.subList(0, MOST_TOLD));
        first.add("and " + (mistakes.size() - MOST_TOLD) + " more that were left out");
        return first;
    }

    /** Its members, of which there must be some. */
    private static List<NodeSpec> required(Imported imported) {
        if (imported.members().isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "no member was found",
                    "each line of a table is NAME ADDRESS [HOST]; --as says what a source is, --group which hosts");
        }
        return imported.members();
    }
}
