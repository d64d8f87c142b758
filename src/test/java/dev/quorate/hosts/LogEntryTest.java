package dev.quorate.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.output.LineSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogEntryTest {

    @Test
    void readsTimeAndMessageAndWhatContinuesIt() {
        List<LogEntry> entries = LogEntry.all(
                "etcd1",
                List.of(
                        "-- No entries --",
                        "2026-11-20T13:46:57.123456+0000 node systemd[1]: Started etcd.service: done.",
                        "2026-11-20T13:46:58.000001+0000 node etcd[42]: first",
                        "                                    second"));

        assertThat(entries)
                .containsExactly(
                        new LogEntry("2026-11-20T13:46:57.123456", "etcd1", "Started etcd.service: done."),
                        new LogEntry("2026-11-20T13:46:58.000001", "etcd1", "first\nsecond"));
    }

    @Test
    void showsHostsInAColumn() {
        List<LogEntry> entries = List.of(
                new LogEntry("2026-11-20T13:46:57.123456", "a", "one"),
                new LogEntry("2026-11-20T13:46:57.223456", "etcd1", "two"));
        StringBuilder written = new StringBuilder();
        LineSink sink = bytes -> written.append(new String(bytes, StandardCharsets.UTF_8));

        new LogsView(entries, 5).lines(sink);

        assertThat(written).hasToString("2026-11-20 13:46:57.123  a      one\n2026-11-20 13:46:57.223  etcd1  two\n");
    }

    @Test
    void entriesOfSeveralHostsComeInTheOrderOfTime() throws Exception {
        List<String> told = new ArrayList<>();
        Merging merging = new Merging(entries -> entries.forEach(entry -> told.add(entry.message())));

        int result = merging.during(() -> {
            merging.add(List.of(new LogEntry("2026-11-20T13:46:57.2", "b", "second")));
            merging.add(List.of(new LogEntry("2026-11-20T13:46:57.1", "a", "first")));
            return 7;
        });

        assertThat(told).containsExactly("first", "second");
        assertThat(result).isEqualTo(7);
    }
}
