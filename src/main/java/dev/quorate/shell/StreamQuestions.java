package dev.quorate.shell;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers from standard input: typed at a terminal, where the prompt shows and secrets do not, or piped in. */
public final class StreamQuestions implements Questions {

    private final InputStream in;
    private final boolean terminal;

    /** @param terminal whether a person types */
    public StreamQuestions(InputStream in, boolean terminal) {
        this.in = in;
        this.terminal = terminal;
    }

    @Override
    public boolean person() {
        return terminal;
    }

    @Override
    public String readLine(String prompt) {
        show(prompt);
        return read();
    }

    @Override
    public char[] readSecret(String prompt) {
        if (!terminal) {
            return read().toCharArray();
        }
        echo("-echo");
        try {
            show(prompt);
            return read().toCharArray();
        } finally {
            echo("echo");
            show("\n");
        }
    }

    private void show(String text) {
        if (!terminal) {
            return;
        }
        OutputStream error = new FileOutputStream(FileDescriptor.err);
        try {
            error.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BrokenPipeException(e);
        }
    }

    private String read() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = in.read();
            if (next < 0) {
                throw OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "standard input has ended, an answer was expected",
                        "pipe it in, or give it with the line: help COMMAND shows the flags, such as --passphrase-file");
            }
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = in.read();
            }
            String text = line.toString(StandardCharsets.UTF_8);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot read standard input: " + e.getMessage());
        }
    }

    /**
     * Sets the terminal's echo by {@code stty}: Java's own way needs standard output to be a terminal too. On the terminal
     * itself, as an interruption has closed standard input when the echo is to come back.
     */
    private static void echo(String mode) {
        try {
            new ProcessBuilder("stty", mode)
                    .redirectInput(new File("/dev/tty"))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot turn off the terminal's echo: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
