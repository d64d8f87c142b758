package dev.quorate.shell;

import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.output.OutputFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options every line takes. Where a command declares a flag of the same name, as {@code endpoint health} does with
 * etcdctl's {@code --cluster}, the command's own stands; {@code --context} is then the way to name a context.
 */
public final class GlobalOptions {

    public static final Flag<Optional<String>> CONTEXT = Flag.optional(
            "context", ValueTypes.TEXT.named("name").completing(Completes.CONTEXT), "saved context to use for this line");
    public static final Flag<Optional<String>> CLUSTER = Flag.optional(
            "cluster", ValueTypes.TEXT.named("name").completing(Completes.CONTEXT), "the same as --context");
    public static final Flag<List<Endpoint>> ENDPOINTS = Flag.list(
            "endpoints",
            ValueType.of("endpoints", Endpoint::new).completing(Completes.ENDPOINT),
            "comma list of the members' client addresses");
    public static final Flag<Optional<String>> CACERT =
            Flag.optional("cacert", ValueTypes.FILE, "verify servers by this CA bundle");
    public static final Flag<Optional<String>> CERT =
            Flag.optional("cert", ValueTypes.FILE, "identify by this client certificate");
    public static final Flag<Optional<String>> KEY =
            Flag.optional("key", ValueTypes.FILE, "private key of the client certificate");
    public static final Flag<Optional<String>> USER =
            Flag.optional("user", ValueTypes.TEXT.named("name[:password]"), "authenticate as this user");
    public static final Flag<Optional<String>> PASSWORD =
            Flag.optional("password", ValueTypes.TEXT.named("password"), "password of the user; asked for if left out");
    public static final Flag<Boolean> INSECURE_SKIP_TLS_VERIFY =
            Flag.bool("insecure-skip-tls-verify", "do not verify the servers' certificates");
    public static final Flag<Boolean> INSECURE_TRANSPORT =
            Flag.bool("insecure-transport", true, "no TLS where neither certificate nor https:// asks for it");
    public static final Flag<Optional<Duration>> DIAL_TIMEOUT =
            Flag.optional("dial-timeout", ValueTypes.DURATION, "longest wait to reach an endpoint");
    public static final Flag<Optional<Duration>> COMMAND_TIMEOUT =
            Flag.optional("command-timeout", ValueTypes.DURATION, "longest wait for the answer to a call");
    public static final Flag<Optional<Duration>> KEEPALIVE_TIME =
            Flag.optional("keepalive-time", ValueTypes.DURATION, "silence before a connection is tested");
    public static final Flag<Optional<Duration>> KEEPALIVE_TIMEOUT =
            Flag.optional("keepalive-timeout", ValueTypes.DURATION, "longest wait for the answer to that test");
    public static final Flag<Optional<String>> DISCOVERY_SRV = Flag.optional(
                    "discovery-srv", ValueTypes.TEXT.named("domain"), "find endpoints by the SRV records of this domain")
            .shortName('d');
    public static final Flag<Optional<String>> DISCOVERY_SRV_NAME =
            Flag.optional("discovery-srv-name", ValueTypes.TEXT.named("name"), "service name within the SRV records");
    public static final Flag<Boolean> INSECURE_DISCOVERY =
            Flag.bool("insecure-discovery", true, "accept SRV records that describe endpoints without TLS");
    public static final Flag<Optional<OutputFormat>> WRITE_OUT = Flag.optional(
                    "write-out", ValueTypes.choice(OutputFormat.class), "format of the result")
            .shortName('w');
    public static final Flag<Boolean> HEX = Flag.bool("hex", "show keys, values and ids in hexadecimal");
    public static final Flag<Boolean> YES =
            Flag.bool("yes", "answer every confirmation with yes").shortName('y');
    public static final Flag<Boolean> DRY_RUN = Flag.bool("dry-run", "look and show, change nothing");
    public static final Flag<Boolean> DEBUG = Flag.bool("debug", "add stack traces to failures");
    public static final Flag<Boolean> HELP =
            Flag.bool("help", "show help for the command").shortName('h');

    /** All of them, in the order help lists them. */
    public static final List<Flag<?>> ALL = List.of(
            ENDPOINTS,
            CACERT,
            CERT,
            KEY,
            USER,
            PASSWORD,
            INSECURE_SKIP_TLS_VERIFY,
            INSECURE_TRANSPORT,
            DIAL_TIMEOUT,
            COMMAND_TIMEOUT,
            KEEPALIVE_TIME,
            KEEPALIVE_TIMEOUT,
            DISCOVERY_SRV,
            DISCOVERY_SRV_NAME,
            INSECURE_DISCOVERY,
            CONTEXT,
            CLUSTER,
            WRITE_OUT,
            HEX,
            YES,
            DRY_RUN,
            DEBUG,
            HELP);

    private GlobalOptions() {}
}
