package dev.quorate.remote.ssh;

import dev.quorate.remote.CommandOutput;
import dev.quorate.thread.Daemons;
import dev.quorate.time.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Signal;
import org.jspecify.annotations.Nullable;

/** One run of a command line on a connection. Standard output, error and input flow at the same time. */
final class RemoteProcess {

    private static final int PIECE = 32 * 1024;
    private static final Duration STATUS = Duration.ofSeconds(5);
    private static final int MOST_OPENINGS = 50;
    private static final Duration BETWEEN_OPENINGS = Duration.ofMillis(20);
    private static final int SIGNALLED = 128;

    private final Connection connection;
    private final CommandOutput sink;
    private final GroupMark mark;
    private final AtomicReference<@Nullable IOException> trouble = new AtomicReference<>();

    RemoteProcess(Connection connection, CommandOutput sink) {
        this.connection = connection;
        this.sink = sink;
        this.mark = new GroupMark(this::errors);
    }

    /** A number of bytes to send, or to read. */
    @FunctionalInterface
    private interface Flow {
        void run() throws IOException;
    }

    /**
     * @return the exit status, 128 and the number of the signal that ended it
     * @throws TimeoutException when it did not end within {@code limit}; it still runs then, as after an interruption
     * @throws NotBegunException when the connection had broken before
     * @throws IOException when the connection broke
     */
    int run(String line, InputStream input, Duration limit) throws IOException, InterruptedException, TimeoutException {
        connection.places().acquire();
        Session session = null;
        try {
            session = open();
            Session.Command command = session.exec(line);
            List<Thread> reading = List.of(
                    start(() -> pass(command.getInputStream(), this::output)),
                    start(() -> passErrors(command.getErrorStream())));
            start(() -> feed(input, command.getOutputStream()));
            await(reading, limit);
            return status(command);
        } finally {
            leave(session);
        }
    }

    /** A server counts a session for a moment after it was closed. */
    private Session open() throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return connection.client().startSession();
            } catch (OpenFailException e) {
                if (tries == MOST_OPENINGS) {
                    throw e;
                }
                Pause.real().of(BETWEEN_OPENINGS);
            } catch (IllegalStateException e) {
                throw new NotBegunException(new IOException("the connection has ended", e));
            } catch (IOException e) {
                throw new NotBegunException(e);
            }
        }
    }

    /** The process group on the host, once it is known. */
    Optional<Long> group() {
        return mark.group().isPresent() ? Optional.of(mark.group().getAsLong()) : Optional.empty();
    }

    private static void await(List<Thread> reading, Duration limit) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + limit.toNanos();
        for (Thread each : reading) {
            if (!each.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                throw new TimeoutException();
            }
        }
    }

    private int status(Session.Command command) throws IOException {
        IOException broken = trouble.get();
        if (broken != null) {
            throw broken;
        }
        command.join(STATUS.toMillis(), TimeUnit.MILLISECONDS);
        if (command.getExitStatus() != null) {
            return command.getExitStatus();
        }
        Signal signal = command.getExitSignal();
        if (signal == null) {
            throw new IOException("the connection ended before the command");
        }
        return SIGNALLED + number(signal);
    }

    private static int number(Signal signal) {
        return switch (signal) {
            case HUP -> 1;
            case INT -> 2;
            case QUIT -> 3;
            case ABRT -> 6;
            case KILL -> 9;
            case SEGV -> 11;
            case PIPE -> 13;
            case TERM -> 15;
            default -> 0;
        };
    }

    private Thread start(Flow flow) {
        return Daemons.start("ssh stream", () -> {
            try {
                flow.run();
            } catch (IOException e) {
                trouble.compareAndSet(null, e);
            }
        });
    }

    private interface Taker {
        void take(byte[] bytes);
    }

    private static void pass(InputStream stream, Taker taker) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = stream.read(piece); length >= 0; length = stream.read(piece)) {
            taker.take(Arrays.copyOf(piece, length));
        }
    }

    private void passErrors(InputStream stream) throws IOException {
        pass(stream, mark::take);
        mark.finish();
    }

    /**
     * A command may end before it has read everything: its status tells whether that matters. Closing alone throws away what the
     * window has no room for (sshj's {@code ChannelOutputStream}), flushing waits for room.
     */
    private static void feed(InputStream input, OutputStream stream) {
        try (stream) {
            byte[] piece = new byte[PIECE];
            for (int length = input.read(piece); length >= 0; length = input.read(piece)) {
                stream.write(piece, 0, length);
            }
            stream.flush();
        } catch (IOException _) {
            return;
        }
    }

    private synchronized void output(byte[] bytes) {
        sink.output(bytes);
    }

    private synchronized void errors(byte[] bytes) {
        sink.errors(bytes);
    }

    /**
     * Closing waits for the command, and nobody wants to wait for one that was given up. Its place is free only then: the
     * server counts sessions that are not closed.
     */
    private void leave(@Nullable Session session) {
        Daemons.start("ssh close", () -> {
            close(session);
            connection.places().release();
        });
    }

    private static void close(@Nullable Session session) {
        try {
            if (session != null) {
                session.close();
            }
        } catch (IOException _) {
            return;
        }
    }
}
