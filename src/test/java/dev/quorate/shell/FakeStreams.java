package dev.quorate.shell;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.Surface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Streams in memory. */
public final class FakeStreams {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> error = new ArrayList<>();
    private final String in;

    public FakeStreams(String in) {
        this.in = in;
    }

    public Streams streams() {
        var input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return new Streams(input, out, error::add, Surface.PIPE, new Nobody());
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public List<String> error() {
        return error;
    }

    /** Nobody is there to answer. */
    private static final class Nobody implements Questions {
        @Override
        public boolean person() {
            return false;
        }

        @Override
        public String readLine(String prompt) {
            throw OperatorException.of(ExitCode.INVALID_INPUT, "nobody answers " + prompt);
        }

        @Override
        public char[] readSecret(String prompt) {
            return readLine(prompt).toCharArray();
        }
    }
}
