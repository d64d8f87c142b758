package dev.quorate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an etcd counts. */
final class EtcdMetrics {

    private static final Pattern WATCHERS = Pattern.compile("(?m)^etcd_debugging_mvcc_watcher_total (\\d+)");
    private static final long PAUSE_MILLISECONDS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;

    EtcdMetrics(String authority) {
        request = HttpRequest.newBuilder(URI.create("http://" + authority + "/metrics"))
                .build();
    }

    private long watchers() throws IOException, InterruptedException {
        String metrics = client.send(request, BodyHandlers.ofString()).body();
        Matcher total = WATCHERS.matcher(metrics);
        return total.find() ? Long.parseLong(total.group(1)) : 0;
    }

    /**
     * Waits until watches are served, or until none is: for {@code milliseconds} at most, and no longer than {@code run}
     * runs, where there is one.
     */
    void awaitWatches(boolean served, DifferentialSide.@Nullable Run run, long milliseconds) throws Exception {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (System.nanoTime() < end && (watchers() > 0) != served) {
            if (run == null) {
                Thread.sleep(PAUSE_MILLISECONDS);
            } else if (run.await(PAUSE_MILLISECONDS)) {
                return;
            }
        }
    }
}
