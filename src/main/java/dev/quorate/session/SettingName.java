package dev.quorate.session;

import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.output.OutputFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting an operator can give, by one word in every place: {@code --word} on a line, {@code set word} in a session, in
 * a saved context, and {@code ETCDCTL_WORD} in the environment. The variables are etcdctl's.
 */
public enum SettingName {
    ENDPOINTS(
            "endpoints",
            Part.CONNECTION,
            ValueTypes.TEXT.named("endpoints").completing(Completes.ENDPOINT),
            "127.0.0.1:2379",
            "endpoints of the cluster, a comma list, with or without scheme"),
    CACERT(
            "cacert",
            Part.CONNECTION,
            ValueTypes.FILE,
            null,
            "CA bundle that the servers' certificates are verified by"),
    CERT("cert", Part.CONNECTION, ValueTypes.FILE, null, "client certificate"),
    KEY("key", Part.CONNECTION, ValueTypes.FILE, null, "key of the client certificate"),
    DISCOVERY_SRV(
            "discovery-srv",
            Part.CONNECTION,
            ValueTypes.TEXT.named("domain"),
            null,
            "domain whose SRV records tell the endpoints"),
    DISCOVERY_SRV_NAME(
            "discovery-srv-name",
            Part.CONNECTION,
            ValueTypes.TEXT.named("name"),
            null,
            "name of the service within the SRV records"),
    INSECURE_DISCOVERY(
            "insecure-discovery",
            Part.CONNECTION,
            ValueTypes.BOOL,
            "true",
            "false leaves out endpoints without TLS that SRV records tell"),
    INSECURE_TRANSPORT(
            "insecure-transport",
            Part.CONNECTION,
            ValueTypes.BOOL,
            "true",
            "false asks for TLS even where no file and no scheme does"),
    INSECURE_SKIP_TLS_VERIFY(
            "insecure-skip-tls-verify",
            Part.CONNECTION,
            ValueTypes.BOOL,
            "false",
            "accepts any server certificate; for tests only"),
    USER("user", Part.CONNECTION, ValueTypes.TEXT.named("name[:password]"), null, "user; the password is asked for"),
    PASSWORD("password", Part.CONNECTION, ValueTypes.TEXT.named("password"), null, "password of the user"),
    PASSWORD_FILE("password-file", Part.CONNECTION, ValueTypes.FILE, null, "file whose first line is the password"),
    DIAL_TIMEOUT("dial-timeout", Part.TIMING, ValueTypes.DURATION, "2s", "time to reach an endpoint"),
    COMMAND_TIMEOUT(
            "command-timeout",
            Part.TIMING,
            ValueTypes.DURATION,
            "5s",
            "time for one answer, reaching the endpoint apart"),
    KEEPALIVE_TIME("keepalive-time", Part.TIMING, ValueTypes.DURATION, "2s", "silence before a connection is probed"),
    KEEPALIVE_TIMEOUT("keepalive-timeout", Part.TIMING, ValueTypes.DURATION, "6s", "time for the answer to a probe"),
    WRITE_OUT(
            "write-out",
            Part.BEHAVIOUR,
            ValueTypes.choice(OutputFormat.class),
            "auto",
            "the format results are written in"),
    HEX("hex", Part.BEHAVIOUR, ValueTypes.BOOL, "false", "writes keys, values and ids in hexadecimal"),
    DEBUG("debug", Part.BEHAVIOUR, ValueTypes.BOOL, "false", "adds stack traces to failures"),
    YES("yes", Part.LINE, ValueTypes.BOOL, "false", "answers every confirmation"),
    DRY_RUN("dry-run", Part.LINE, ValueTypes.BOOL, "false", "looks and shows, changes nothing"),
    CONTEXT(
            "context",
            Part.LINE,
            ValueTypes.TEXT.named("name").completing(Completes.CONTEXT),
            null,
            "saved context to run under; empty for none");

    /** What a setting has a say in, which decides where it may stand. */
    public enum Part {
        /** Which cluster, and who asks: always taken from one place as a whole. */
        CONNECTION,
        /** How long to wait. */
        TIMING,
        /** How results look. */
        BEHAVIOUR,
        /** One line only; has no variable and is never saved. */
        LINE
    }

    private final String word;
    private final Part part;
    private final ValueType<?> type;
    private final @Nullable String fallback;
    private final String description;

    SettingName(String word, Part part, ValueType<?> type, @Nullable String fallback, String description) {
        this.word = word;
        this.part = part;
        this.type = type;
        this.fallback = fallback;
        this.description = description;
    }

    /** The setting called {@code word}, without dashes. */
    public static Optional<SettingName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }

    public String word() {
        return word;
    }

    public Part part() {
        return part;
    }

    public ValueType<?> type() {
        return type;
    }

    public String description() {
        return description;
    }

    /** What holds where nothing else is given. */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** The environment variable, as etcdctl calls it; none for settings of one line. */
    public Optional<String> variable() {
        if (part == Part.LINE) {
            return Optional.empty();
        }
        return Optional.of("ETCDCTL_" + word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the value, or a part of it, must never be shown or stored. */
    public boolean secret() {
        return this == PASSWORD || this == USER;
    }

    /** A flag of this name for a line; {@link #join} makes the value of the words it got. */
    public Flag<?> flag() {
        if (type.equals(ValueTypes.BOOL)) {
            Flag<Boolean> flag = Flag.bool(word, Boolean.parseBoolean(fallback), description);
            return this == YES ? flag.shortName('y') : flag;
        }
        Flag<?> flag = Flag.optional(word, type, description);
        if (this == DISCOVERY_SRV) {
            return flag.shortName('d');
        }
        return this == WRITE_OUT ? flag.shortName('w') : flag;
    }

    /** The value that the words after repeated flags make: endpoints add up, of all others the last counts. */
    public String join(List<String> words) {
        if (words.isEmpty()) {
            return "true";
        }
        return this == ENDPOINTS ? String.join(",", words) : words.getLast();
    }
}
