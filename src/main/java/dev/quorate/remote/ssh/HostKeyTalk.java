package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;

/** Words what is to be said of host keys. */
final class HostKeyTalk {

    private HostKeyTalk() {}

    static String question(Stop stop, HostKey key) {
        return "The host key of %s is not known: %s. %sIs it the right one?"
                .formatted(stop, key, stop.unheeded().isEmpty() ? "" : "(" + unheeded(stop) + ".) ");
    }

    /** Who set that some time ago wonders why they are asked. */
    private static String unheeded(Stop stop) {
        return "host keys are always checked, whatever ~/.ssh/config says by " + String.join(" and ", stop.unheeded());
    }

    private static String hint(String what, Stop stop) {
        return stop.unheeded().isEmpty() ? what : what + "; " + unheeded(stop);
    }

    static Failure unknown(Stop stop, HostKey key) {
        return new Failure(
                "the host key of %s is not known: %s".formatted(stop, key),
                hint(
                        "compare it with what ssh-keygen -l -f shows on the host, then: host trust --hosts "
                                + stop.login() + ", or add --accept-new",
                        stop),
                ExitCode.BAD_CONNECTION);
    }

    static Failure changed(Stop stop, HostKey key, KnownHosts.Verdict.Changed known) {
        return new Failure(
                "the host key of %s has changed: it now shows %s, line %d of %s has another"
                        .formatted(stop, key, known.line(), known.file()),
                hint(
                        "somebody may be in between. Was the host made anew? Then remove the line: ssh-keygen -f %s -R '%s'"
                                .formatted(known.file(), stop.place()),
                        stop),
                ExitCode.BAD_CONNECTION);
    }

    static Failure revoked(Stop stop, HostKey key, KnownHosts.Verdict.Revoked known) {
        return new Failure(
                "the host key of %s is revoked in line %d of %s: %s".formatted(stop, known.line(), known.file(), key),
                "do not log in there; find out who shows a key that was withdrawn",
                ExitCode.BAD_CONNECTION);
    }
}
