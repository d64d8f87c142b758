package dev.quorate.cluster;

import dev.quorate.command.Argument;
import dev.quorate.command.BadValueException;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.inventory.file.Example;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the commands on cluster files share. */
final class ClusterFlags {

    static final ValueType<Path> PATH = ValueType.of("file", Path::of).completing(Completes.FILE);
    private static final ValueType<String> CLUSTER =
            ValueTypes.TEXT.named("name").completing(Completes.CLUSTER);
    private static final ValueType<EtcdVersion> VERSION = ValueType.of("version", ClusterFlags::version);
    private static final ValueType<Example> EXAMPLE = new ValueType<>(
            "000|001|002|003|004",
            Arrays.stream(Example.values()).map(Example::word).toList(),
            Completes.CHOICE,
            ClusterFlags::example);

    static final Argument<Optional<String>> NAME =
            Argument.optional("name", CLUSTER, "the cluster; the one in use if left out");
    static final Argument<Optional<String>> NEW_NAME =
            Argument.optional("name", ValueTypes.TEXT.named("name"), "what the cluster shall be called");
    static final Flag<Optional<Path>> FILE =
            Flag.optional("file", PATH, "the cluster file, instead of the one kept under its name");

    static final Flag<List<String>> MEMBERS = Flag.repeated(
            "member",
            ValueTypes.TEXT.named("name=address[@host]"),
            "a member, and what SSH connects to if not its address");
    static final Flag<Optional<Example>> LIKE =
            Flag.optional("like", EXAMPLE, "takes the settings of a well-known way of building a cluster");
    static final Flag<Optional<EtcdVersion>> ETCD_VERSION = Flag.optional("etcd-version", VERSION, "the etcd to run");
    static final Flag<Optional<String>> SSH_USER =
            Flag.optional("ssh-user", ValueTypes.TEXT.named("user"), "who logs in to the hosts");
    static final Flag<Boolean> FORCE = Flag.bool("force", "replaces a file that is there; it stays beside as .before");
    static final Flag<Boolean> PRINT = Flag.bool("print", "writes the file to standard output instead");

    private ClusterFlags() {}

    private static EtcdVersion version(String word) throws BadValueException {
        return EtcdVersion.parse(word).orElseThrow(() -> new BadValueException("not a version such as 3.5.30"));
    }

    private static Example example(String word) throws BadValueException {
        return Arrays.stream(Example.values())
                .filter(example -> example.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadValueException("must be one of 000, 001, 002, 003, 004"));
    }
}
