package dev.quorate.mirror;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words of {@code make-mirror}. */
final class MirrorLine {

    private static final ValueType<String> USER = ValueTypes.TEXT.named("name[:password]");

    private static final Argument<String> DESTINATION = Argument.required(
            "destination", ValueTypes.TEXT.named("endpoints"), "endpoints of the cluster to write to, a comma list");
    private static final Flag<String> PREFIX =
            Flag.value("prefix", ValueTypes.KEY, "", "mirrors the keys with this prefix only");
    private static final Flag<String> DESTINATION_PREFIX =
            Flag.value("dest-prefix", ValueTypes.KEY, "", "prefix at the destination, instead of the one here");
    private static final Flag<Boolean> NO_DESTINATION_PREFIX =
            Flag.bool("no-dest-prefix", "leaves the prefix out at the destination");
    private static final Flag<Long> REVISION = Flag.value(
            "rev", ValueTypes.INT64, 0L, "goes on from this revision, without copying what was there before");
    private static final Flag<Integer> TRANSACTION_SIZE = Flag.value(
            "max-txn-ops", ValueTypes.INT32, 128, "most operations in a transaction, as the destination allows");
    private static final Flag<String> CERTIFICATE =
            Flag.value("dest-cert", ValueTypes.FILE, "", "client certificate for the destination");
    private static final Flag<String> KEY =
            Flag.value("dest-key", ValueTypes.FILE, "", "key of the client certificate for the destination");
    private static final Flag<String> AUTHORITY = Flag.value(
            "dest-cacert", ValueTypes.FILE, "", "certificates of the authorities to trust for the destination");
    private static final Flag<Boolean> INSECURE_TRANSPORT =
            Flag.bool("dest-insecure-transport", true, "no TLS to the destination, unless files ask for it");
    private static final Flag<String> DESTINATION_USER =
            Flag.value("dest-user", USER, "", "user at the destination; the password is asked for where left out");
    private static final Flag<String> PASSWORD =
            Flag.value("dest-password", ValueTypes.TEXT.named("password"), "", "password of that user");

    private MirrorLine() {}

    static CommandSpec.Builder declaration() {
        return CommandSpec.named("make-mirror", "Copies keys to another cluster and goes on with every change")
                .details("""
                        Runs until Ctrl-C, and says then with which --rev to go on. Writes the number of keys and changes so far
                        every 30 seconds. Leases are not mirrored, nor is what the destination has beyond the keys copied deleted.

                          make-mirror 10.1.0.1:2379,10.1.0.2:2379 --prefix /app/
                          make-mirror https://10.1.0.1:2379 --dest-cacert ca.crt --dest-cert c.crt --dest-key c.key --rev 4711
                        """)
                .arguments(DESTINATION)
                .flags(
                        PREFIX,
                        DESTINATION_PREFIX,
                        NO_DESTINATION_PREFIX,
                        REVISION,
                        TRANSACTION_SIZE,
                        CERTIFICATE,
                        KEY,
                        AUTHORITY,
                        INSECURE_TRANSPORT,
                        DESTINATION_USER,
                        PASSWORD);
    }

    static MirrorRequest request(Values line) {
        String prefix = line.get(PREFIX);
        String destination = line.get(DESTINATION_PREFIX);
        if (line.get(NO_DESTINATION_PREFIX) && !destination.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "--dest-prefix and --no-dest-prefix contradict each other",
                    "--no-dest-prefix means a destination prefix that is empty: choose one of them");
        }
        if (line.get(TRANSACTION_SIZE) < 1) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS, "--max-txn-ops must be 1 or more, not " + line.get(TRANSACTION_SIZE));
        }
        boolean kept = destination.isEmpty() && !line.get(NO_DESTINATION_PREFIX);
        return new MirrorRequest(
                Bytes.of(prefix),
                Bytes.of(kept ? prefix : destination),
                line.get(REVISION),
                line.get(TRANSACTION_SIZE));
    }

    /** How to reach the destination; its password is asked for where one is wanted and not given. */
    static EtcdSettings destination(Invocation line, EtcdSettings source) {
        if (line.get(CERTIFICATE).isEmpty() != line.get(KEY).isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS, "--dest-cert and --dest-key go together", "give both, or neither");
        }
        EtcdSettings.Tls tls = new EtcdSettings.Tls(
                path(line.get(AUTHORITY)),
                path(line.get(CERTIFICATE)),
                path(line.get(KEY)),
                false,
                !line.get(INSECURE_TRANSPORT));
        return new EtcdSettings(
                endpoints(line.get(DESTINATION)), tls, credentials(line), source.timeouts(), source.keepAlive());
    }

    private static List<Endpoint> endpoints(String list) {
        List<Endpoint> endpoints = Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Endpoint::new)
                .toList();
        if (endpoints.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "the destination is empty",
                    "name its endpoints: make-mirror 10.1.0.1:2379");
        }
        return endpoints;
    }

    private static Optional<Path> path(String word) {
        return Optional.of(word).filter(text -> !text.isEmpty()).map(Path::of);
    }

    private static Optional<EtcdSettings.Credentials> credentials(Invocation line) {
        String user = line.get(DESTINATION_USER);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        if (!line.get(PASSWORD).isEmpty()) {
            return Optional.of(new EtcdSettings.Credentials(user, line.get(PASSWORD)));
        }
        int colon = user.indexOf(':');
        if (colon >= 0) {
            return Optional.of(new EtcdSettings.Credentials(user.substring(0, colon), user.substring(colon + 1)));
        }
        return Optional.of(new EtcdSettings.Credentials(user, new String(line.readSecret("Destination Password: "))));
    }
}
