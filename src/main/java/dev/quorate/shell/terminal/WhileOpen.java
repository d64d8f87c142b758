package dev.quorate.shell.terminal;

/** Something done from threads that may still be about when it must not be done any more. */
final class WhileOpen implements Runnable, AutoCloseable {

    private final Runnable action;
    private boolean closed;

    WhileOpen(Runnable action) {
        this.action = action;
    }

    @Override
    public synchronized void run() {
        if (!closed) {
            action.run();
        }
    }

    /** Waits for the one who is at it; from then on nothing is done. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
