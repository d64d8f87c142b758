package dev.quorate.shell;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.Surface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Streams in memory. */
public final class FakeStreams {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> error = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final String in;
    private boolean person;

    public FakeStreams(String in) {
        this.in = in;
    }

    public Streams streams() {
        var input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return new Streams(input, out, error::add, Surface.PIPE, new Someone());
    }

    /** A person is there and will type these. */
    FakeStreams answering(String... lines) {
        person = true;
        answers.addAll(List.of(lines));
        return this;
    }

    /** What the person was asked. */
    List<String> asked() {
        return asked;
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public List<String> error() {
        return error;
    }

    /** Nobody is there to answer, unless a test puts somebody there. */
    private final class Someone implements Questions {
        @Override
        public boolean person() {
            return person;
        }

        @Override
        public String readLine(String prompt) {
            asked.add(prompt);
            if (!answers.isEmpty()) {
                return answers.remove();
            }
            throw OperatorException.of(ExitCode.INVALID_INPUT, "nobody answers " + prompt);
        }

        @Override
        public char[] readSecret(String prompt) {
            return readLine(prompt).toCharArray();
        }
    }
}
