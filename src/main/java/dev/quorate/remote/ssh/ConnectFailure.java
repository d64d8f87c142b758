package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Words why a server could not be reached. */
final class ConnectFailure {

    private ConnectFailure() {}

    /** @param limit how long was waited for an answer */
    static OperatorException of(Stop stop, IOException e, Duration limit) {
        return new OperatorException(failure(stop, e, limit), e);
    }

    private static Failure failure(Stop stop, IOException e, Duration limit) {
        if (cause(e, UnknownHostException.class).isPresent()) {
            return bad(
                    "the name %s does not resolve".formatted(stop.address()),
                    "look for a slip of the pen, name the address, or give it a HostName in ~/.ssh/config");
        }
        if (cause(e, NoRouteToHostException.class).isPresent()) {
            return bad("no route to " + stop.place(), "see that the host is on and its network connected");
        }
        if (isTimeout(e)) {
            return bad(
                    "no answer from %s within %d s".formatted(stop.place(), limit.toSeconds()),
                    "see that the address is right, the host is on and no firewall stands between");
        }
        if (cause(e, ConnectException.class).isPresent()) {
            return bad(
                    "nothing listens on %s: connection refused".formatted(stop.place()),
                    "see that sshd runs there, and on this port");
        }
        String why = String.valueOf(e.getMessage());
        if (why.contains("Unable to reach a settlement")) {
            return bad(
                    "%s and this console share no cryptography: %s".formatted(stop, why),
                    "allow curve25519-sha256, an Ed25519, ECDSA or RSA host key and aes-ctr in its sshd_config");
        }
        return bad("cannot open an SSH connection to %s: %s".formatted(stop, why), "try: ssh " + stop.login());
    }

    /** A connect that times out is a ConnectException where the kernel gives up first. */
    private static boolean isTimeout(IOException e) {
        return cause(e, SocketTimeoutException.class).isPresent()
                || cause(e, java.util.concurrent.TimeoutException.class).isPresent()
                || String.valueOf(e.getMessage()).contains("timed out")
                || String.valueOf(e.getMessage()).startsWith("Timeout expired");
    }

    private static Failure bad(String what, String hint) {
        return new Failure(what, hint, ExitCode.BAD_CONNECTION);
    }

    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}
