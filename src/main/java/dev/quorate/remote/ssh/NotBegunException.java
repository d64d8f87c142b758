package dev.quorate.remote.ssh;

import java.io.IOException;

/** The connection was lost before a command was sent: it certainly did not run. */
final class NotBegunException extends IOException {

    private static final long serialVersionUID = 1L;

    NotBegunException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
