package dev.quorate.session;

import dev.quorate.command.ValueTypes;
import dev.quorate.session.Layers.Base;
import dev.quorate.session.SettingName.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes sessions of what the line, {@code set}, a saved context, the environment and the defaults say, in that order. The
 * rules are told in the package's description.
 */
public final class SessionResolver {

    private final Map<String, String> environment;
    private final ContextStore contexts;

    public SessionResolver(Map<String, String> environment, ContextStore contexts) {
        this.environment = Map.copyOf(environment);
        this.contexts = contexts;
    }

    /** The session that one line from a shell starts from; its own flags are laid over it by {@link #overlay}. */
    public Session forOneLine() {
        return session(Layers.NONE.on(baseAtStart(false)));
    }

    /** The session a console opens with, under the flags it was started with. */
    public Session forConsole(SettingValues flags) {
        flags.checked(name -> "--" + name.word());
        Layers start = Layers.NONE.on(baseAtStart(true));
        if (flags.has(SettingName.CONTEXT)) {
            start = start.on(named(flags));
        } else if (flags.has(SettingName.ENDPOINTS)) {
            start = start.on(Optional.of(new Base("", flags.only(Part.CONNECTION), true)));
            return session(start.withSet(flags.except(Part.CONNECTION)));
        }
        return session(start.withSet(flags.without(SettingName.CONTEXT)));
    }

    /** {@code standing} under the flags of a line. */
    public Session overlay(Session standing, SettingValues flags) {
        if (flags.words().isEmpty()) {
            return standing;
        }
        flags.checked(name -> "--" + name.word());
        Layers layers = standing.layers();
        if (flags.has(SettingName.CONTEXT)) {
            layers = layers.on(named(flags));
        } else if (flags.has(SettingName.ENDPOINTS)) {
            layers = new Layers(layers.line(), layers.set(), layers.base().filter(Base::chosen));
        }
        return session(layers.withLine(flags.without(SettingName.CONTEXT)));
    }

    /** {@code standing} as it stands, but for speaking to {@code endpoints} of its cluster only. */
    public Session narrowedTo(Session standing, List<String> endpoints) {
        Layers layers = standing.layers();
        SettingValues line = layers.line().with(SettingName.ENDPOINTS, String.join(",", endpoints));
        if (find(SettingName.DISCOVERY_SRV, layers).isPresent()) {
            line = line.with(SettingName.DISCOVERY_SRV, "");
        }
        return session(layers.withLine(line));
    }

    /** {@code standing} with a setting of its own. */
    public Session with(Session standing, SettingName name, String word) {
        SettingValues one = new SettingValues(Map.of(name, word)).checked(SettingName::word);
        Layers layers = standing.layers();
        return session(layers.withSet(layers.set().overlaidBy(one)));
    }

    /** {@code standing} without what {@code set} gave {@code name}. */
    public Session without(Session standing, SettingName name) {
        Layers layers = standing.layers();
        return session(layers.withSet(layers.set().without(name)));
    }

    /** {@code standing} moved to a saved context. */
    public Session using(Session standing, Context context) {
        return session(standing.layers().on(Optional.of(Base.of(context, true))));
    }

    /** {@code standing} moved to the cluster that {@code connection} and the environment tell; nothing older applies. */
    public Session connectedTo(Session standing, SettingValues connection) {
        connection.checked(name -> "--" + name.word());
        return session(standing.layers().on(Optional.of(new Base("", connection, true))));
    }

    /** {@code standing} moved off any context, to what the environment and the defaults tell. */
    public Session withoutContext(Session standing) {
        return session(standing.layers().on(Optional.empty()));
    }

    /** Every setting that has a value, with its source, in the order of the names. */
    public List<SettingValue> explain(Session session) {
        return Arrays.stream(SettingName.values())
                .flatMap(name -> find(name, session.layers()).stream())
                .toList();
    }

    /** Variables that are set but have no say, as a saved context is in force. */
    public List<String> ignoredVariables(Session session) {
        List<String> ignored = new ArrayList<>();
        for (SettingName name : SettingName.values()) {
            if (name.part() == Part.CONNECTION && session.layers().closedToEnvironment()) {
                name.variable()
                        .filter(variable -> !variable(variable).isEmpty())
                        .ifPresent(ignored::add);
            }
        }
        return ignored;
    }

    private Optional<Base> baseAtStart(boolean console) {
        String asked = variable("QUORATE_CLUSTER");
        if (!asked.isEmpty()) {
            return Optional.of(Base.of(contexts.get(asked), true));
        }
        if (!variable("ETCDCTL_ENDPOINTS").isEmpty()) {
            return Optional.empty();
        }
        return contexts.current().map(context -> Base.of(context, console));
    }

    private Optional<Base> named(SettingValues flags) {
        return flags.find(SettingName.CONTEXT)
                .filter(name -> !name.isEmpty())
                .map(name -> Base.of(contexts.get(name), true));
    }

    private Session session(Layers layers) {
        return new SettingsReader(name -> find(name, layers)).session(layers);
    }

    private Optional<SettingValue> find(SettingName name, Layers layers) {
        return layers.line()
                .find(name)
                .map(word -> new SettingValue(name, word, Source.flag(name)))
                .or(() -> layers.set().find(name).map(word -> new SettingValue(name, word, Source.set(name))))
                .or(() -> layers.base()
                        .flatMap(base -> base.values()
                                .find(name)
                                .map(word -> new SettingValue(name, word, Source.context(base.name())))))
                .or(() -> fromEnvironment(name, layers))
                .or(() -> name.fallback().map(word -> new SettingValue(name, word, Source.builtIn())));
    }

    private Optional<SettingValue> fromEnvironment(SettingName name, Layers layers) {
        if (name.part() == Part.CONNECTION && layers.closedToEnvironment()) {
            return Optional.empty();
        }
        return name.variable()
                .filter(variable -> !variable(variable).isEmpty())
                .map(variable -> valueOf(name, variable));
    }

    private SettingValue valueOf(SettingName name, String variable) {
        String word = variable(variable);
        new SettingValues(Map.of(name, word)).checked(any -> variable);
        return new SettingValue(name, word, Source.environment(variable));
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** A context that keeps what {@code session} stands on: connection and timeouts, without any password. */
    public Context contextOf(Session session, String name) {
        return new Context(name, worthKeeping(session));
    }

    /** {@code session} as it stands, as the context it was saved as: in memory it keeps a password that was given. */
    public Session savedAs(Session session, Context context) {
        return session(session.layers().on(Optional.of(new Base(context.name(), worthKeeping(session), true))));
    }

    private SettingValues worthKeeping(Session session) {
        SettingValues values = SettingValues.NONE;
        for (SettingValue value : explain(session)) {
            boolean given = value.source().kind() != Source.Kind.DEFAULT || value.name() == SettingName.ENDPOINTS;
            if (given && (value.name().part() == Part.CONNECTION || value.name().part() == Part.TIMING)) {
                values = values.with(value.name(), lasting(value));
            }
        }
        return values;
    }

    /** Names of files are kept so that they mean the same from any directory. */
    private static String lasting(SettingValue value) {
        if (!value.name().type().equals(ValueTypes.FILE)) {
            return value.word();
        }
        return Path.of(value.word()).toAbsolutePath().normalize().toString();
    }
}
