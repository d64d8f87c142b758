package dev.quorate.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MergingTest {

    private static final LogEntry LATER = entry("etcd2", 2);
    private static final LogEntry EARLIER = entry("etcd1", 1);

    @Test
    void handsOnInTheOrderOfTimeWhatIsLeftWhenTheSourceFails() {
        List<LogEntry> handed = new ArrayList<>();
        Merging merging = new Merging(handed::addAll);

        assertThatThrownBy(() -> merging.during(() -> {
                    merging.add(List.of(LATER, EARLIER));
                    throw new IllegalStateException("the host is gone");
                }))
                .hasMessage("the host is gone");

        assertThat(handed).containsExactly(EARLIER, LATER);
    }

    @Test
    void endsTheSourceWhenNobodyTakesTheEntriesAnyMore() {
        Merging merging = new Merging(_ -> {
            throw new IllegalStateException("broken pipe");
        });

        assertThatThrownBy(() -> merging.during(() -> {
                    merging.add(List.of(EARLIER));
                    new CountDownLatch(1).await();
                    return null;
                }))
                .hasMessage("broken pipe");
    }

    private static LogEntry entry(String host, int second) {
        return new LogEntry("2026-11-20T13:46:0" + second + ".000000", host, "hello");
    }
}
