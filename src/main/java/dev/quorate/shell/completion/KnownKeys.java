package dev.quorate.shell.completion;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Some keys of a store that may be big, remembered for a while; of a small one none are needed. */
final class KnownKeys {

    /** Up to this size in use, in bytes, a store has too few keys for counting them to be felt. */
    private static final long SMALL_STORE = 16L << 20;

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Clock clock;
    private @Nullable Known known;

    KnownKeys(Clock clock) {
        this.clock = clock;
    }

    private record Known(EtcdClient of, Instant since, List<Bytes> keys) {}

    synchronized List<Bytes> of(EtcdClient client) throws InterruptedException, ExecutionException {
        Instant now = clock.instant();
        if (known == null || !known.of.equals(client) || known.since.plus(FRESH).isBefore(now)) {
            known = new Known(client, now, isSmall(client) ? List.of() : RecentKeys.of(client));
        }
        return known.keys;
    }

    /** As the first endpoint says that answers. */
    private static boolean isSmall(EtcdClient client) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return threads.invokeAny(client.endpoints().stream()
                            .<Callable<Long>>map(endpoint -> () -> sizeInUse(client, endpoint))
                            .toList())
                    <= SMALL_STORE;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long sizeInUse(EtcdClient client, Endpoint endpoint) {
        return client.maintenance().status(endpoint).dbSizeInUse();
    }
}
