package dev.quorate.cluster;

import dev.quorate.etcd.EtcdClients;
import dev.quorate.provision.binary.EtcdBinaries;
import dev.quorate.remote.Host;
import dev.quorate.remote.ReadOnlyHost;
import dev.quorate.time.Patience;
import dev.quorate.time.Pause;
import dev.quorate.time.WorkingClock;
import java.time.Clock;
import java.time.Duration;

/**
 * What clusters are built with.
 *
 * @param here the operator's machine
 * @param binaries where etcd is got from
 * @param working the time that takes
 */
public record Toolbox(Host here, EtcdBinaries binaries, EtcdClients clients, WorkingClock working, Pause pause) {

    static final Duration TO_BECOME_HEALTHY = Duration.ofSeconds(60);

    /** A member gets a copy of all data first. */
    static final Duration TO_CATCH_UP = Duration.ofMinutes(10);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** With these clients in place of its own. */
    Toolbox with(EtcdClients others) {
        return new Toolbox(here, binaries, others, working, pause);
    }

    /** That cannot change the operator's machine. */
    Toolbox reading() {
        return new Toolbox(new ReadOnlyHost(here), binaries, clients, working, pause);
    }

    /** The time of day. */
    Clock clock() {
        return working.real();
    }

    Patience patience() {
        return patience(TO_BECOME_HEALTHY);
    }

    Patience patience(Duration limit) {
        return new Patience(pause, limit, LOOK_EVERY);
    }
}
