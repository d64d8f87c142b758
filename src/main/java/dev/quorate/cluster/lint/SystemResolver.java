package dev.quorate.cluster.lint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks the system, all names at once. A name server that does not answer in time counts as one that knows nothing. */
public final class SystemResolver implements NameResolver {

    private final Duration patience;

    public SystemResolver(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Map<String, List<String>> resolve(Set<String> names) throws InterruptedException {
        List<String> asked = List.copyOf(names);
        Map<String, List<String>> found = new LinkedHashMap<>();
        ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<List<String>>> answers = lookups.invokeAll(
                    asked.stream()
                            .<Callable<List<String>>>map(name -> () -> addresses(name))
                            .toList(),
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            for (int index = 0; index < asked.size(); index++) {
                found.put(asked.get(index), answer(answers.get(index)));
            }
        } finally {
            lookups.shutdownNow();
        }
        return found;
    }

    private static List<String> answer(Future<List<String>> answer) throws InterruptedException {
        if (answer.isCancelled()) {
            return List.of();
        }
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<String> addresses(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
