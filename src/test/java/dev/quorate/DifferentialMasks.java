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

    private static final List<Mask> KEYS_OF_LEASES = List.of(
            new Mask("(?<=/)[0-9a-f]{15,16}(?![0-9a-f])", "LEASE"),
            new Mask("(?<=x2f)(\\\\x3[0-9]|\\\\x6[1-6]){15,16}", "LEASE"),
            new Mask("\"key\":\"[A-Za-z0-9+/=]{22,}\"", "\"key\":\"LEASE\""),
            new Mask("\"lease\":\\d+", "\"lease\":LEASE"),
            new Mask("\"Lease\" : \\d{10,}", "\"Lease\" : LEASE"));

    private static final List<Mask> ELECTIONS = List.of(
            new Mask("\"(raft_term|raftTerm)\":\\d+", "\"$1\":TERM"),
            new Mask("\"RaftTerm\" : \\d+", "\"RaftTerm\" : TERM"),
            new Mask("(, (?:true|false), (?:true|false)), \\d+, (\\d+, \\d+,)", "$1, 0, $2"));

    private DifferentialMasks() {}

    /** Terms of leaders, which depend on how many elections it took. */
    static String applyToElections(String text) {
        return apply(text, ELECTIONS);
    }

    /** Keys that are named after a lease of the program itself, which nobody was told of. */
    static String applyToKeysOfLeases(String text) {
        return apply(text, KEYS_OF_LEASES);
    }

    static String apply(String text) {
        return apply(text, MASKS);
    }

    private static String apply(String text, List<Mask> masks) {
        String masked = text;
        for (Mask mask : masks) {
            masked = mask.pattern().matcher(masked).replaceAll(mask.replacement());
        }
        return masked;
    }
}
