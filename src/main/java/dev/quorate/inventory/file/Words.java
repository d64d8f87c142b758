package dev.quorate.inventory.file;

import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.Ownership;
import dev.quorate.pki.Periods;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the values of a cluster file are spelled. */
final class Words {

    static final String ABSOLUTE_PATH = "write an absolute path such as /etc/etcd";
    static final String PERIOD = "write a length of time such as 5s, 90d or 43800h; a bare number is days";
    static final String DELAY = "write a length of time such as 5s or 2m; a bare number is seconds";
    static final String PORT = "write a port from 1 to 65535";
    static final String TRUTH = "write true or false";

    private static final String HOME = System.getProperty("user.home");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern MILLISECONDS = Pattern.compile("(\\d{1,9})ms");
    private static final Pattern OCTAL = Pattern.compile("0?o?[0-7]{3}");
    private static final Pattern OWNER = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)(?::([A-Za-z_][A-Za-z0-9_.-]*))?");

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Function<String, Optional<E>> choice(Class<E> type) {
        return word -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }

    static <E extends Enum<E>> String choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Words::of)
                .collect(Collectors.joining(", ", "choose among: ", ""));
    }

    static Optional<Boolean> truth(String word) {
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Integer> number(String word) {
        return Optional.of(word).filter(text -> NUMBER.matcher(text).matches()).map(Integer::valueOf);
    }

    static Optional<Integer> port(String word) {
        return number(word).filter(port -> port >= 1 && port <= 65_535);
    }

    /** A path on this machine, below the home directory where it begins with {@code ~/}. */
    static Optional<Path> path(String word) {
        try {
            return Optional.of(Path.of(word.startsWith("~/") ? HOME + word.substring(1) : word));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    static Optional<Path> absolutePath(String word) {
        return path(word).filter(Path::isAbsolute);
    }

    static Optional<Duration> delay(String word) {
        if (NUMBER.matcher(word).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(word)));
        }
        Matcher milliseconds = MILLISECONDS.matcher(word);
        if (milliseconds.matches()) {
            return Optional.of(Duration.ofMillis(Long.parseLong(milliseconds.group(1))));
        }
        return word.equals("0s") ? Optional.of(Duration.ZERO) : Periods.parse(word);
    }

    static Optional<Integer> mode(String word) {
        if (!OCTAL.matcher(word).matches()) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(word.replace("o", ""), 8));
    }

    /** {@code user:group}, or a user whose group is named alike. */
    static Optional<Ownership> owner(String word) {
        var matcher = OWNER.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String group = matcher.group(2);
        return Optional.of(new Ownership(matcher.group(1), group == null ? matcher.group(1) : group));
    }

    /** What {@code parser} makes of a word, empty where it throws. */
    static <T> Function<String, Optional<T>> lenient(Function<String, T> parser) {
        return word -> {
            try {
                return Optional.of(parser.apply(word));
            } catch (OperatorException refused) {
                return Optional.empty();
            }
        };
    }
}
