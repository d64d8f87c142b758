package dev.quorate.shell;

import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.Surface;
import dev.quorate.output.Visible;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The streams of the process. Nothing else opens them. */
public final class StandardStreams {

    private static final int BUFFER_BYTES = 1 << 16;

    private StandardStreams() {}

    /** @param environment asked for {@code COLUMNS} */
    public static Streams open(Map<String, String> environment) {
        InputStream in = new BufferedInputStream(new Input());
        OutputStream out =
                new BufferedOutputStream(new PipeAware(new FileOutputStream(FileDescriptor.out)), BUFFER_BYTES);
        Surface surface = isTerminal(1) ? Surface.terminal(() -> columns(environment)) : Surface.PIPE;
        return new Streams(in, out, new ErrorTalk(), surface, new StreamQuestions(in, isTerminal(0)));
    }

    /** Whether standard input is a terminal. */
    public static boolean inputIsTerminal() {
        return isTerminal(0);
    }

    /** By the name of the device, as Java tells of standard input and output only both at once. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (!Files.isSymbolicLink(link)) {
            return isTerminalByTest(descriptor);
        }
        try {
            String device = Files.readSymbolicLink(link).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return isTerminalByTest(descriptor);
        }
    }

    /** Where there is no {@code /proc}. */
    private static boolean isTerminalByTest(int descriptor) {
        try {
            Process test = new ProcessBuilder("test", "-t", String.valueOf(descriptor))
                    .inheritIO()
                    .start();
            return test.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As the environment says, else as the terminal itself; without end where neither tells. */
    private static int columns(Map<String, String> environment) {
        String said = Optional.ofNullable(environment.get("COLUMNS")).orElseGet(StandardStreams::terminalColumns);
        try {
            int columns = Integer.parseInt(said);
            return columns > 0 ? columns : Integer.MAX_VALUE;
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** Shells keep COLUMNS to themselves. */
    private static String terminalColumns() {
        try {
            Process size = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            String said = new String(size.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.substring(said.indexOf(' ') + 1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Lets go of a read when its thread is interrupted, as only a channel does. */
    private static final class Input extends InputStream {
        private final InputStream in = Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel());

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (ClosedByInterruptException e) {
                throw new OperatorException(Failure.INTERRUPTION, e);
            }
        }
    }

    /** Standard error; whether anybody still reads it is of no consequence. */
    private static final class ErrorTalk implements Streams.Talk {
        private final OutputStream error = new FileOutputStream(FileDescriptor.err);
        private final boolean terminal = isTerminal(2);
        private boolean gone;

        @Override
        public synchronized void line(String text) {
            if (gone) {
                return;
            }
            String shown = terminal ? Visible.text(text) : text;
            try {
                error.write((shown + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                gone = true;
            }
        }
    }

    /** Tells a reader that is gone from a disk that is full. */
    private static final class PipeAware extends OutputStream {
        private final OutputStream out;

        PipeAware(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                if (String.valueOf(e.getMessage()).contains("Broken pipe")) {
                    throw new BrokenPipeException(e);
                }
                throw e;
            }
        }
    }
}
