package dev.quorate.cluster.lint;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberSettings;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.nodeconfig.Setting;
import java.util.Map;

/** The version of etcd, and whether it has what is asked of it. */
final class Version implements Rule {

    private static final EtcdVersion OLDEST_MAINTAINED = new EtcdVersion(3, 5, 0);
    private static final EtcdVersion BEYOND_KNOWN = new EtcdVersion(3, 8, 0);
    private static final EtcdVersion LEARNERS = new EtcdVersion(3, 4, 0);
    private static final EtcdVersion CORRUPTION_MENDED = new EtcdVersion(3, 5, 3);

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        EtcdVersion version = spec.etcd().version();
        if (!version.atLeast(LEARNERS)) {
            advice.warning(
                    "etcd.version",
                    "etcd " + version + " has been without mending for years and has no learners, and no leader "
                            + "that can be moved before 3.2: safe replacement and rolling work are out of reach",
                    "choose a version that is maintained, such as 3.5.30");
        } else if (!version.atLeast(OLDEST_MAINTAINED)) {
            advice.warning(
                    "etcd.version",
                    "etcd " + version + " is no longer maintained and has known faults of data and security",
                    "choose a version that is maintained, such as 3.5.30");
        } else if (!version.atLeast(CORRUPTION_MENDED)) {
            advice.warning(
                    "etcd.version", "etcd 3.5.0 to 3.5.2 may corrupt data when a member is killed", "choose 3.5.30");
        }
        if (version.atLeast(BEYOND_KNOWN)) {
            advice.warning(
                    "etcd.version", "the console knows no etcd " + version, "see whether there is such a version");
        }
        programs(spec, advice);
        unknownOptions(spec, advice);
    }

    private static void programs(ClusterSpec spec, Advice advice) {
        boolean before = !spec.etcd().version().atLeast(OLDEST_MAINTAINED);
        if (before && spec.etcd().programs().contains("etcdutl")) {
            advice.blocker(
                    "etcd.programs",
                    "etcd " + spec.etcd().version() + " comes without etcdutl",
                    "leave it out of the programs");
        }
    }

    private static void unknownOptions(ClusterSpec spec, Advice advice) {
        Map<Setting, String> settings = new MemberSettings(spec)
                .of(spec.members().getFirst(), State.NEW)
                .values();
        for (Setting setting : settings.keySet()) {
            if (!setting.knownTo(spec.etcd().version())) {
                advice.blocker(
                        path(setting),
                        "etcd " + spec.etcd().version() + " has no --" + setting.flag() + " and would not start",
                        "leave it out, or choose another version");
            }
        }
    }

    private static String path(Setting setting) {
        return switch (setting) {
            case TLS_MIN_VERSION -> "configuration.tls.min";
            case TLS_MAX_VERSION -> "configuration.tls.max";
            default -> "configuration.options." + setting.flag();
        };
    }
}
