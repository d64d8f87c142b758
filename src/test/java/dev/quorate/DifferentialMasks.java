package dev.quorate;

import java.util.List;
import java.util.regex.Pattern;

/** What may differ from one run to the next whatever program writes it: durations, sizes, positions in the log. */
final class DifferentialMasks {

    private record Mask(Pattern pattern, String replacement) {
        Mask(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    private static final List<Mask> MASKS = List.of(
            // The usage that etcdctl writes to standard output when it refuses a line.
            new Mask("(?s)^(NAME:\n|Usage:\n).*", ""),
            new Mask("took = [0-9.]+(µ|Âµ|m)?s", "took = TIME"),
            new Mask("\"took\":\"[0-9.]+(µ|Âµ|m)?s\"", "\"took\":\"TIME\""),
            new Mask("\"Took\" : [0-9.]+(µ|Âµ|m)?s", "\"Took\" : TIME"),
            new Mask("remaining\\(\\d+s\\)", "remaining(TIME)"),
            new Mask("\"ttl\":\\d+,\"granted-ttl\"", "\"ttl\":TIME,\"granted-ttl\""),
            new Mask("\"TTL\" : \\d+\n\"GrantedTTL\"", "\"TTL\" : TIME\n\"GrantedTTL\""),
            new Mask("\"(dbSize|dbSizeInUse|raftIndex|raftAppliedIndex)\":\\d+", "\"$1\":NUMBER"),
            new Mask("\"(DBSize|RaftIndex|RaftAppliedIndex)\" : \\d+", "\"$1\" : NUMBER"),
            new Mask("(, 3\\.5\\.30, )[0-9.]+ kB(, \\w+, \\w+, \\d+), \\d+, \\d+,", "$1SIZE$2, INDEX, INDEX,"));

    private DifferentialMasks() {}

    static String apply(String text) {
        String masked = text;
        for (Mask mask : MASKS) {
            masked = mask.pattern().matcher(masked).replaceAll(mask.replacement());
        }
        return masked;
    }
}
