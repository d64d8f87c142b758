package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.nodeconfig.Setting;
import java.util.Map;

/** Options of etcd that are dangerous or cannot work. */
final class Options implements Rule {

    private static final String PATH = "configuration.options.";
    private static final long MOST_QUOTA = 8L << 30;
    private static final int USUAL_HEARTBEAT = 100;
    private static final int USUAL_ELECTION = 1000;
    private static final int LONGEST_ELECTION = 50_000;

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        Map<Setting, String> options = spec.configuration().options();
        options.forEach((setting, value) -> option(setting, value, advice));
        timing(options, advice);
    }

    private static void option(Setting setting, String value, Advice advice) {
        String path = PATH + setting.flag();
        String written = setting.flag() + ": " + value;
        switch (written) {
            case "force-new-cluster: true" ->
                advice.blocker(
                        path,
                        "force-new-cluster makes each member a cluster of its own",
                        "leave it out: recover uses it");
            case "client-cert-auth: false" ->
                advice.blocker(
                        path, "everyone who reaches the client port could read and write all keys", "leave it out");
            case "peer-client-cert-auth: false" ->
                advice.blocker(
                        path, "everyone who reaches the peer port could take part in the cluster", "leave it out");
            case "strict-reconfig-check: false" ->
                advice.warning(path, "a change of the membership could cost the quorum unchecked", "leave it out");
            case "enable-v2: true" ->
                advice.warning(
                        path, "the old API is open; nothing that is written by it shows in version 3", "leave it out");
            case "enable-pprof: true" ->
                advice.warning(
                        path,
                        "profiles of the process are open to every client",
                        "turn it on for the hour it is needed");
            case "log-level: debug" -> advice.note(path, "logs will be long", "write info, its default");
            default -> quota(setting, value, advice);
        }
    }

    private static void quota(Setting setting, String value, Advice advice) {
        if (setting == Setting.QUOTA_BACKEND_BYTES && Long.parseLong(value) > MOST_QUOTA) {
            advice.warning(
                    PATH + setting.flag(),
                    "a database of more than 8 GiB is slow to send, to defragment and to restore",
                    "write 8589934592 at the most");
        }
    }

    /** By the rules of etcd's {@code embed.Config.Validate}. */
    private static void timing(Map<Setting, String> options, Advice advice) {
        long heartbeat = number(options, Setting.HEARTBEAT_INTERVAL, USUAL_HEARTBEAT);
        long election = number(options, Setting.ELECTION_TIMEOUT, USUAL_ELECTION);
        if (election < 5 * heartbeat) {
            advice.blocker(
                    PATH + Setting.ELECTION_TIMEOUT.flag(),
                    "election-timeout " + election + " is less than five times the heartbeat of " + heartbeat
                            + ": etcd refuses to start",
                    "write ten times the heartbeat");
        }
        if (election > LONGEST_ELECTION) {
            advice.blocker(
                    PATH + Setting.ELECTION_TIMEOUT.flag(),
                    "election-timeout " + election + " is above 50000: etcd refuses to start",
                    "write less; 1000 is usual");
        }
    }

    private static long number(Map<Setting, String> options, Setting setting, long byDefault) {
        String value = options.get(setting);
        return value == null ? byDefault : Long.parseLong(value);
    }
}
