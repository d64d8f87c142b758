package dev.quorate;

import dev.quorate.output.Surface;
import dev.quorate.shell.StreamQuestions;
import dev.quorate.shell.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The program as a process starts it, within this one, with a home and an environment of its own. */
final class Program {

    private final Map<String, String> environment = new HashMap<>();
    private Consumer<String> listener = note -> {};
    private Supplier<ByteArrayOutputStream> outputs = ByteArrayOutputStream::new;

    Program(Path home) {
        environment.put("QUORATE_HOME", home.toString());
    }

    /** Tells {@code notes} at once what standard error gets. */
    Program noting(List<String> notes) {
        listener = notes::add;
        return this;
    }

    /** Writes standard output down here, where it can be read while the program runs. */
    Program writing(ByteArrayOutputStream written) {
        outputs = () -> written;
        return this;
    }

    /** What a run came to. */
    record Result(int status, String output, List<String> error) {}

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Result run(String... words) {
        return runWith("", words);
    }

    /** @param input what standard input holds */
    Result runWith(String input, String... words) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = outputs.get();
        List<String> error = Collections.synchronizedList(new ArrayList<>());
        var streams = new Streams(
                in,
                out,
                line -> {
                    error.add(line);
                    listener.accept(line);
                },
                Surface.PIPE,
                new StreamQuestions(in, false));
        int status = QuorateApplication.run(new Launch(List.of(words), environment, streams, false));
        return new Result(status, out.toString(StandardCharsets.UTF_8), error);
    }
}
