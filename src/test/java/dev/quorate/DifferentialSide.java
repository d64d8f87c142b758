package dev.quorate;

import dev.quorate.DifferentialAnswer.Outcome;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program with an etcd of its own. The etcds of both sides have the same name and peer URL, hence the same ids. */
abstract class DifferentialSide implements AutoCloseable {

    /** How long a watch may take to begin. */
    private static final long PATIENCE_MILLISECONDS = 20_000;

    /** After so long without output there is none to come. */
    private static final long QUIET_MILLISECONDS = 400;

    private static final String PEER_URL = "http://127.0.0.1:2380";
    private static final List<Pattern> NEW_LEASES = List.of(
            Pattern.compile("lease ([0-9a-f]{16}) granted"),
            Pattern.compile("\"ID\":(\\d+),\"TTL\""),
            Pattern.compile("\"ID\" : (\\d+)\n\"TTL\""));

    private final EtcdCluster etcd;
    private final DifferentialNames names;
    private final EtcdMetrics metrics;
    private final List<String> leases = new ArrayList<>();

    /** @param members of the cluster; where there are several, their ids differ, but not in their order */
    DifferentialSide(int members) {
        var cluster = EtcdCluster.of(EtcdBinaries.V3_5).members(members);
        if (members == 1) {
            cluster.with("--initial-advertise-peer-urls", PEER_URL, "--initial-cluster", "etcd1=" + PEER_URL);
        } else {
            cluster.idsInOrder();
        }
        etcd = cluster.start();
        names = members == 1 ? DifferentialNames.ofOne(etcd) : DifferentialNames.ofSeveral(etcd);
        metrics = new EtcdMetrics(authority());
    }

    /** Kills the member, as the line {@code ! kill NUMBER} demands. */
    final void kill(int number) {
        etcd.server(number - 1).kill();
    }

    /** Starts the program; the words and the environment are complete. */
    abstract Run start(List<String> words, Map<String, String> environment, byte[] input) throws Exception;

    /** A program that was started. */
    interface Run {
        /** Waits, at most {@code milliseconds}; whether it has ended. */
        boolean await(long milliseconds) throws Exception;

        /** Tells it to end, as {@code SIGTERM} does, and waits for that. */
        void end() throws Exception;

        boolean succeeded();

        /** How many bytes of output there are so far. */
        int written();

        byte[] output();

        String error();
    }

    /** Runs the line, ids and addresses made the same for all sides. */
    final DifferentialAnswer answer(DifferentialCase line) throws Exception {
        Map<String, String> environment = new HashMap<>(line.environment());
        List<String> words = names.filledIn(DifferentialCase.filledIn(line.words(), leases));
        if (!names.namedIn(line.words())) {
            environment.put("ETCDCTL_ENDPOINTS", authority());
        }
        metrics.awaitWatches(false, null, PATIENCE_MILLISECONDS);
        Run run = start(words, environment, line.input());
        if (line.endless()) {
            awaitBegin(line, run);
            meanwhile(line.meanwhile(), run);
            awaitQuiet(run);
        }
        boolean ended = !run.await(line.endless() ? 0 : PATIENCE_MILLISECONDS);
        if (ended) {
            run.end();
        }
        rememberLease(line, run.output());
        return new DifferentialAnswer(outcome(run, ended), harmonized(line, run.output()), run.error());
    }

    private static Outcome outcome(Run run, boolean ended) {
        if (ended) {
            return Outcome.ENDED;
        }
        return run.succeeded() ? Outcome.SUCCESS : Outcome.FAILURE;
    }

    private void awaitBegin(DifferentialCase line, Run run) throws Exception {
        if (line.watches()) {
            metrics.awaitWatches(true, run, PATIENCE_MILLISECONDS);
            return;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLISECONDS);
        while (System.nanoTime() < end && run.written() == 0 && !run.await(QUIET_MILLISECONDS / 10)) {
            Thread.onSpinWait();
        }
    }

    private static void awaitQuiet(Run run) throws Exception {
        int before = -1;
        while (before != run.written() && !run.await(QUIET_MILLISECONDS)) {
            before = run.written();
            run.await(QUIET_MILLISECONDS);
        }
    }

    /** One at a time and told one by one, as etcd might send them together. */
    private void meanwhile(List<List<String>> lines, Run run) throws Exception {
        for (List<String> words : lines) {
            List<String> command = new ArrayList<>();
            command.add(EtcdBinaries.etcdctl(EtcdBinaries.V3_5).toString());
            command.add("--endpoints=" + authority());
            command.addAll(DifferentialCase.filledIn(words, leases));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            awaitQuiet(run);
        }
    }

    private void rememberLease(DifferentialCase line, byte[] output) {
        if (!line.words().contains("grant")) {
            return;
        }
        String text = new String(output, StandardCharsets.ISO_8859_1);
        for (Pattern pattern : NEW_LEASES) {
            Matcher lease = pattern.matcher(text);
            if (lease.find()) {
                String id = lease.group(1);
                leases.add(text.startsWith("lease ") ? id : Long.toHexString(Long.parseLong(id)));
            }
        }
    }

    private byte[] harmonized(DifferentialCase line, byte[] output) {
        String text = names.harmonized(new String(output, StandardCharsets.ISO_8859_1));
        for (int i = 0; i < leases.size(); i++) {
            String name = "LEASE" + (i + 1);
            text = text.replace(leases.get(i), name).replace(Long.toString(Long.parseLong(leases.get(i), 16)), name);
        }
        String masked = DifferentialMasks.apply(line.takesTurns() ? DifferentialMasks.applyToKeysOfLeases(text) : text);
        return masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String authority() {
        return etcd.server(0).authority();
    }

    @Override
    public void close() {
        etcd.close();
    }

    /** etcdctl itself, as a process. */
    static final class Etcdctl extends DifferentialSide {

        Etcdctl(int members) {
            super(members);
        }

        @Override
        Run start(List<String> words, Map<String, String> environment, byte[] input) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(EtcdBinaries.etcdctl(EtcdBinaries.V3_5).toString());
            command.addAll(words);
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return new ProcessRun(builder.start(), input);
        }
    }

    /** A process with its output gathered. */
    static final class ProcessRun implements Run {
        private final Process process;
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final ByteArrayOutputStream error = new ByteArrayOutputStream();
        private final CompletableFuture<@Nullable Void> outputEnd;
        private final CompletableFuture<@Nullable Void> errorEnd;

        ProcessRun(Process process, byte[] input) throws IOException {
            this.process = process;
            outputEnd = CompletableFuture.runAsync(() -> copy(process.getInputStream(), output));
            errorEnd = CompletableFuture.runAsync(() -> copy(process.getErrorStream(), error));
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            }
        }

        private static void copy(InputStream from, OutputStream to) {
            try {
                from.transferTo(to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean await(long milliseconds) throws InterruptedException {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        }

        @Override
        public void end() throws InterruptedException {
            process.toHandle().destroy(); // Process.destroy would close the streams too
            process.waitFor();
        }

        @Override
        public boolean succeeded() {
            return process.exitValue() == 0;
        }

        @Override
        public int written() {
            return output.size();
        }

        @Override
        public byte[] output() {
            outputEnd.join();
            return output.toByteArray();
        }

        @Override
        public String error() {
            errorEnd.join();
            return error.toString(StandardCharsets.UTF_8);
        }
    }
}
