package dev.quorate.session;

import dev.quorate.command.BadValueException;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.EtcdSettings.Credentials;
import dev.quorate.etcd.EtcdSettings.KeepAlive;
import dev.quorate.etcd.EtcdSettings.Timeouts;
import dev.quorate.etcd.EtcdSettings.Tls;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.Layers.Base;
import dev.quorate.session.Source.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the words that are in force into the values a session has. The words were checked where they were given. */
final class SettingsReader {

    private final Function<SettingName, Optional<SettingValue>> values;

    SettingsReader(Function<SettingName, Optional<SettingValue>> values) {
        this.values = values;
    }

    Session session(Layers layers) {
        Optional<String> cluster = layers.base().filter(Base::saved).map(Base::name);
        return new Session(cluster, etcd(), options(), login(), layers);
    }

    private EtcdSettings etcd() {
        Timeouts timeouts = new Timeouts(duration(SettingName.DIAL_TIMEOUT), duration(SettingName.COMMAND_TIMEOUT));
        KeepAlive keepAlive =
                new KeepAlive(duration(SettingName.KEEPALIVE_TIME), duration(SettingName.KEEPALIVE_TIMEOUT));
        return new EtcdSettings(endpoints(), tls(), given(), timeouts, keepAlive, flag(SettingName.DRY_RUN));
    }

    private List<Endpoint> endpoints() {
        String domain = word(SettingName.DISCOVERY_SRV);
        if (domain.isEmpty()) {
            return written();
        }
        return ServiceRecords.ofTheSystem()
                .endpoints(domain, word(SettingName.DISCOVERY_SRV_NAME), flag(SettingName.INSECURE_DISCOVERY));
    }

    private List<Endpoint> written() {
        return Arrays.stream(word(SettingName.ENDPOINTS).split(","))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .map(Endpoint::new)
                .toList();
    }

    private Tls tls() {
        return new Tls(
                path(SettingName.CACERT),
                path(SettingName.CERT),
                path(SettingName.KEY),
                flag(SettingName.INSECURE_SKIP_TLS_VERIFY),
                !flag(SettingName.INSECURE_TRANSPORT));
    }

    private Session.Options options() {
        return new Session.Options(
                read(SettingName.WRITE_OUT, OutputFormat.class),
                flag(SettingName.HEX),
                flag(SettingName.YES),
                flag(SettingName.DRY_RUN),
                flag(SettingName.DEBUG));
    }

    private Optional<Credentials> given() {
        return login().flatMap(login -> login.password() instanceof Login.Given given
                ? Optional.of(new Credentials(login.user(), given.password()))
                : Optional.empty());
    }

    private Optional<Login> login() {
        return values.apply(SettingName.USER).map(this::login);
    }

    private Login login(SettingValue user) {
        Optional<SettingValue> password = belongingTo(user, values.apply(SettingName.PASSWORD));
        if (password.isPresent()) {
            return new Login(user.word(), new Login.Given(password.get().word()));
        }
        int colon = user.word().indexOf(':');
        if (colon >= 0) {
            return new Login(
                    Login.nameIn(user.word()), new Login.Given(user.word().substring(colon + 1)));
        }
        return belongingTo(user, values.apply(SettingName.PASSWORD_FILE))
                .map(file -> new Login(user.word(), new Login.InFile(Path.of(file.word()))))
                .orElseGet(() -> new Login(user.word(), new Login.Asked()));
    }

    /** A password of a context or of {@code set} is not tried for another user that a stronger place names. */
    private static Optional<SettingValue> belongingTo(SettingValue user, Optional<SettingValue> password) {
        return password.filter(found -> {
            Kind place = found.source().kind();
            boolean weaker = place.compareTo(user.source().kind()) > 0;
            return !weaker || place == Kind.ENVIRONMENT;
        });
    }

    private String word(SettingName name) {
        return values.apply(name).map(SettingValue::word).orElse("");
    }

    private Optional<Path> path(SettingName name) {
        return values.apply(name).map(SettingValue::word).map(Path::of);
    }

    private Duration duration(SettingName name) {
        return read(name, Duration.class);
    }

    private boolean flag(SettingName name) {
        return read(name, Boolean.class);
    }

    private <T> T read(SettingName name, Class<T> type) {
        try {
            return type.cast(name.type().parser().parse(word(name)));
        } catch (BadValueException e) {
            throw new IllegalStateException(name.word() + " was not checked", e);
        }
    }
}
