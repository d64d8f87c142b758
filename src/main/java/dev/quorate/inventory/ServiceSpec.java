package dev.quorate.inventory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What runs a member on its host. The unit is of {@code Type=notify}: systemd takes it for started once the member has
 * joined, so that members must be started together.
 *
 * @param name of the unit, without {@code .service}
 * @param file of the unit on the host
 * @param documentation addresses for {@code Documentation=}
 * @param after units it starts after
 * @param openFiles {@code LimitNOFILE=}; systemd's where empty
 */
public record ServiceSpec(
        String name,
        Path file,
        String description,
        List<String> documentation,
        Account account,
        Restart restart,
        List<String> after,
        OptionalInt openFiles) {

    /**
     * Who runs etcd and owns its files; made as a system account where it is missing.
     *
     * @param home none is made where empty
     */
    public record Account(String user, String group, Optional<Path> home, Path shell) {
        public static final Account DEFAULT =
                new Account("etcd", "etcd", Optional.empty(), Path.of("/usr/sbin/nologin"));

        public Ownership ownership() {
            return new Ownership(user, group);
        }
    }

    /**
     * @param policy {@code Restart=}
     * @param delay {@code RestartSec=}
     * @param limitInterval {@code StartLimitIntervalSec=}, zero for no limit; systemd's where empty
     */
    public record Restart(String policy, Duration delay, Optional<Duration> limitInterval) {
        public static final Restart DEFAULT = new Restart("on-failure", Duration.ofSeconds(5), Optional.empty());
    }

    public static final ServiceSpec DEFAULT = new ServiceSpec(
            "etcd",
            Path.of("/etc/systemd/system/etcd.service"),
            "etcd",
            List.of("https://etcd.io/docs"),
            Account.DEFAULT,
            Restart.DEFAULT,
            List.of("network-online.target"),
            OptionalInt.of(65536));

    public ServiceSpec {
        documentation = List.copyOf(documentation);
        after = List.copyOf(after);
    }

    /** Where an administrator adds to the unit (systemd.unit(5)). */
    public Path additions() {
        return Path.of("/etc/systemd/system", unit() + ".d");
    }

    /** {@code etcd.service}. */
    public String unit() {
        return name + ".service";
    }
}
