package dev.quorate.shell;

import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.session.SettingName;
import dev.quorate.session.SettingValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options every line takes: one for each setting of a session, laid over it for the line, and {@code --help}. Where a
 * command declares a flag of the same name, as {@code endpoint health} does with etcdctl's {@code --cluster}, the
 * command's own stands; {@code --context} is then the way to name a context.
 */
public final class GlobalOptions {

    public static final Flag<Boolean> HELP =
            Flag.bool("help", "shows help for the command").shortName('h');

    /** The members a line keeps to. */
    public static final Flag<List<String>> AT = Flag.list(
            "at",
            ValueTypes.TEXT.named("member").completing(Completes.MEMBER),
            "asks these members only, by name, or all of the cluster; @NAME before the command means the same");

    private static final Flag<Optional<String>> CLUSTER = Flag.optional(
            "cluster", ValueTypes.TEXT.named("name").completing(Completes.CONTEXT), "the same as --context");

    private static final Map<Flag<?>, SettingName> SETTINGS = new LinkedHashMap<>();

    /** All of them, in the order help lists them. */
    public static final List<Flag<?>> ALL = all();

    private GlobalOptions() {}

    private static List<Flag<?>> all() {
        List<Flag<?>> all = new ArrayList<>();
        for (SettingName name : SettingName.values()) {
            Flag<?> flag = name.flag();
            SETTINGS.put(flag, name);
            all.add(flag);
        }
        SETTINGS.put(CLUSTER, SettingName.CONTEXT);
        all.add(CLUSTER);
        all.add(AT);
        all.add(HELP);
        return List.copyOf(all);
    }

    /** The setting that {@code flag} gives, if it is a global option that gives one. */
    static Optional<SettingName> setting(Flag<?> flag) {
        return Optional.ofNullable(SETTINGS.get(flag));
    }

    /** {@code settings} and what {@code words}, given to {@code flag}, add to them. */
    static SettingValues add(SettingValues settings, Flag<?> flag, List<String> words) {
        return setting(flag).map(name -> settings.with(name, name.join(words))).orElse(settings);
    }
}
