package dev.quorate.nodeconfig;

import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Gathers what a configuration says, word by word, and what is wrong with it. */
final class SettingsCollector {

    /** What {@code strconv.ParseBool} and YAML 1.1 take for yes, in small letters. */
    private static final Set<String> TRUE = Set.of("true", "t", "1", "yes", "y", "on");

    private static final Set<String> FALSE = Set.of("false", "f", "0", "no", "n", "off");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private NodeSettings settings = NodeSettings.NONE;
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * Takes an option in.
     *
     * @param spelling as it is written there
     */
    void put(Optional<Setting> setting, String spelling, String value) {
        if (setting.isEmpty()) {
            others.put(spelling, value);
            return;
        }
        if (settings.get(setting.get()).isPresent()) {
            faults.add(spelling + " is given twice; the last counts");
        }
        try {
            settings = settings.with(setting.get(), canonical(setting.get(), value));
        } catch (OperatorException e) {
            Failure failure = e.failure();
            faults.add(failure.what() + "; " + failure.hint());
        }
    }

    void fault(String text) {
        faults.add(text);
    }

    private static String canonical(Setting setting, String value) {
        return switch (setting.kind()) {
            case BOOLEAN -> truth(value);
            case DURATION -> duration(value);
            case TEXT, LIST, NUMBER -> value;
        };
    }

    private static String truth(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return "true";
        }
        return FALSE.contains(word) ? "false" : value;
    }

    /** A bare number is nanoseconds: that is how Go reads a duration in YAML. */
    private static String duration(String value) {
        if (!NUMBER.matcher(value).matches()) {
            return value;
        }
        return GoDuration.format(Duration.ofNanos(new BigInteger(value).longValue()));
    }

    FoundSettings found(ConfigurationForm form) {
        return new FoundSettings(form, settings, others, faults);
    }
}
