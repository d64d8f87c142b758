package dev.quorate.nodeconfig;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of one member, in the order of {@link Setting}.
 *
 * @param values as the flags take them, valid for their kind
 */
public record NodeSettings(Map<Setting, String> values) {

    public static final NodeSettings NONE = new NodeSettings(Map.of());

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern DURATION = Pattern.compile("(\\d+(\\.\\d+)?(ns|us|ms|s|m|h))+");

    public NodeSettings {
        Map<Setting, String> ordered = new EnumMap<>(Setting.class);
        ordered.putAll(values);
        ordered.forEach(NodeSettings::requireValid);
        values = Collections.unmodifiableMap(ordered);
    }

    /** These settings and this one. */
    public NodeSettings with(Setting setting, Object value) {
        Map<Setting, String> more = new EnumMap<>(Setting.class);
        more.putAll(values);
        more.put(setting, String.valueOf(value));
        return new NodeSettings(more);
    }

    public Optional<String> get(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** The path a setting names. */
    public Optional<Path> path(Setting setting) {
        return get(setting).map(Path::of);
    }

    /** The words of a setting that is a list; none where it is not set. */
    public List<String> list(Setting setting) {
        return Arrays.stream(get(setting).orElse("").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * These settings, if an etcd of {@code version} has all of them.
     *
     * @throws OperatorException naming every one it does not have
     */
    public NodeSettings checkedFor(EtcdVersion version) {
        List<String> unknown = new ArrayList<>();
        for (Setting setting : values.keySet()) {
            if (!setting.knownTo(version)) {
                unknown.add("--" + setting.flag());
            }
        }
        if (unknown.isEmpty()) {
            return this;
        }
        throw OperatorException.of(
                ExitCode.BAD_FEATURE,
                "etcd %s has no %s".formatted(version, String.join(", ", unknown)),
                "leave it out, or choose another version of etcd");
    }

    private static void requireValid(Setting setting, String value) {
        boolean valid = switch (setting.kind()) {
            case TEXT, LIST -> value.lines().count() <= 1;
            case NUMBER -> NUMBER.matcher(value).matches();
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case DURATION -> DURATION.matcher(value).matches();
        };
        if (!valid) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "\"%s\" is no value for --%s".formatted(value, setting.flag()),
                    "it takes " + expected(setting));
        }
    }

    private static String expected(Setting setting) {
        return switch (setting.kind()) {
            case TEXT -> "one line of text";
            case LIST -> "words with commas between them";
            case NUMBER -> "a whole number";
            case BOOLEAN -> "true or false";
            case DURATION -> "a duration such as 5s";
        };
    }
}
