package dev.quorate;

import dev.quorate.output.Surface;
import dev.quorate.shell.StreamQuestions;
import dev.quorate.shell.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** This program, started as a process starts it but within this one. */
final class QuorateSide extends DifferentialSide {

    private final Path home;

    QuorateSide(int members, Path home) {
        super(members);
        this.home = home;
    }

    @Override
    Run start(List<String> words, Map<String, String> environment, byte[] input) {
        Map<String, String> complete = new HashMap<>(environment);
        complete.put("QUORATE_HOME", home.toString());
        return new ThreadRun(words, complete, new ByteArrayInputStream(input));
    }

    private static final class ThreadRun implements Run {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final Queue<String> error = new ConcurrentLinkedQueue<>();
        private final FutureTask<Integer> program;
        private final Thread thread;

        ThreadRun(List<String> words, Map<String, String> environment, InputStream in) {
            OutputStream out = output;
            var streams = new Streams(in, out, error::add, Surface.PIPE, new StreamQuestions(in, false));
            program = new FutureTask<>(() -> QuorateApplication.run(new Launch(words, environment, streams, false)));
            thread = Thread.ofPlatform().daemon().start(program);
        }

        @Override
        public boolean await(long milliseconds) throws Exception {
            try {
                program.get(milliseconds, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            }
        }

        @Override
        public void end() throws Exception {
            thread.interrupt();
            if (!await(TimeUnit.SECONDS.toMillis(5))) {
                throw new IllegalStateException("does not end when interrupted");
            }
        }

        @Override
        public boolean succeeded() {
            return program.resultNow() == 0;
        }

        @Override
        public int written() {
            return output.size();
        }

        @Override
        public byte[] output() {
            return output.toByteArray();
        }

        @Override
        public String error() {
            return String.join("\n", error);
        }
    }
}
