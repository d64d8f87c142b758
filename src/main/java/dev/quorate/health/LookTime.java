package dev.quorate.health;

import dev.quorate.etcd.EtcdSettings.Timeouts;
import java.time.Duration;

/**
 * How long to wait for members. A cluster on a machine that has too much to do is slow, not dead; yet a host that is down must
 * not keep back what the others say.
 *
 * @param silent for endpoints where nothing takes connections
 * @param listening for endpoints where something does, once another member has answered
 * @param whole for the whole look; all of it is spent only while nobody has told who the members are
 */
public record LookTime(Duration silent, Duration listening, Duration whole) {

    /** The same for all. */
    public static LookTime of(Duration deadline) {
        return new LookTime(deadline, deadline, deadline);
    }

    /** As patient as somebody who waits for it: within both timeouts, and some time is left for what is asked thereafter. */
    public static LookTime within(Timeouts timeouts) {
        Duration dial = timeouts.dial();
        return new LookTime(
                dial.multipliedBy(3).dividedBy(5),
                dial,
                dial.plus(timeouts.command()).minus(dial.dividedBy(5)));
    }
}
