package dev.quorate.remote.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/** Finds the interruption that sshj has wrapped. */
final class Interruptions {

    private Interruptions() {}

    /** @throws InterruptedException if that is what {@code e} comes from, or this thread was interrupted meanwhile */
    static void rethrow(IOException e) throws InterruptedException {
        boolean wrapped = ConnectFailure.cause(e, InterruptedException.class).isPresent()
                || ConnectFailure.cause(e, ClosedByInterruptException.class).isPresent()
                || ConnectFailure.cause(e, InterruptedIOException.class)
                        .filter(cause -> !(cause instanceof SocketTimeoutException))
                        .isPresent();
        if (wrapped || Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
