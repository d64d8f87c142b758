package dev.quorate.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of words that commands share. */
public final class ValueTypes {

    public static final ValueType<String> TEXT = ValueType.of("string", word -> word);
    public static final ValueType<String> KEY = TEXT.named("key").completing(Completes.KEY);
    public static final ValueType<String> FILE = TEXT.named("file").completing(Completes.FILE);
    public static final ValueType<Long> INT64 = ValueType.of("int", ValueTypes::parseLong);
    /** A whole number in decimal only, where no one means octal by {@code 010}. */
    public static final ValueType<Long> DECIMAL = ValueType.of("int", ValueTypes::parseDecimal);

    public static final ValueType<Integer> INT32 = ValueType.of("int", ValueTypes::parseInt);
    public static final ValueType<Duration> DURATION = ValueType.of("duration", ValueTypes::parseDuration);
    /** A lease id in hexadecimal, or in decimal as JSON writes it where it is too long for the former. */
    public static final ValueType<Long> LEASE =
            ValueType.of("leaseID", ValueTypes::parseLease).completing(Completes.LEASE);

    public static final ValueType<Boolean> BOOL = ValueType.of("bool", ValueTypes::parseBool);

    private static final Pattern DURATION_PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h|d)");

    private ValueTypes() {}

    /** The constants of {@code type} by their names, in lower case, {@code -} for {@code _}; any case is understood. */
    public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return new ValueType<>(String.join("|", words), words, Completes.CHOICE, word -> {
            int index = words.indexOf(word.toLowerCase(Locale.ROOT).replace('_', '-'));
            if (index < 0) {
                throw new BadValueException("must be one of " + String.join(", ", words));
            }
            return type.getEnumConstants()[index];
        });
    }

    /** A duration as Go spells it ({@code 1h30m}, {@code 1.5s}, {@code 300ms}) and days ({@code 30d}). */
    static Duration parseDuration(String word) throws BadValueException {
        if (word.equals("0")) {
            return Duration.ZERO;
        }
        boolean negative = word.startsWith("-");
        String digits = negative || word.startsWith("+") ? word.substring(1) : word;
        Matcher part = DURATION_PART.matcher(digits);
        double nanoseconds = 0;
        int position = 0;
        while (position < digits.length() && part.find(position) && part.start() == position) {
            nanoseconds += Double.parseDouble(part.group(1)) * nanosecondsIn(part.group(2));
            position = part.end();
        }
        if (position == 0 || position < digits.length()) {
            throw new BadValueException("not a duration such as 5s, 300ms or 1h30m");
        }
        return Duration.ofNanos(Math.round(negative ? -nanoseconds : nanoseconds));
    }

    private static double nanosecondsIn(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            case "h" -> 3600e9;
            case "d" -> 86400e9;
            default -> 1e3;
        };
    }

    private static long parseLong(String word) throws BadValueException {
        try {
            return Long.decode(word);
        } catch (NumberFormatException e) {
            throw new BadValueException("not a whole number");
        }
    }

    private static long parseDecimal(String word) throws BadValueException {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new BadValueException("not a whole number");
        }
    }

    private static int parseInt(String word) throws BadValueException {
        try {
            return Integer.decode(word);
        } catch (NumberFormatException e) {
            throw new BadValueException("not a whole number");
        }
    }

    private static long parseLease(String word) throws BadValueException {
        String digits = word.startsWith("0x") || word.startsWith("0X") ? word.substring(2) : word;
        try {
            return digits.length() > 16 ? Long.parseLong(digits) : Long.parseLong(digits, 16);
        } catch (NumberFormatException e) {
            throw new BadValueException("not a lease id in hexadecimal, as lease list shows it");
        }
    }

    private static boolean parseBool(String word) throws BadValueException {
        return switch (word) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> throw new BadValueException("neither true nor false");
        };
    }
}
