package dev.quorate.shell;

import java.io.IOException;

/** Whoever read standard output is gone; there is nobody to tell. */
final class BrokenPipeException extends RuntimeException {

    /** What a shell sees of a process that {@code SIGPIPE} ended. */
    static final int STATUS = 128 + 13;

    BrokenPipeException(IOException cause) {
        super(cause);
    }
}
