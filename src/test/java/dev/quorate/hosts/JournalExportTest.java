package dev.quorate.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalExportTest {

    private final JournalExport journal = new JournalExport("etcd1");

    @Test
    void readsEntriesHoweverTheyAreCut() {
        byte[] all = bytes(
                text("__CURSOR=s=1;i=1\n__REALTIME_TIMESTAMP=1763647017123456\nMESSAGE=a=b\n_PID=1\n\n"),
                text("__CURSOR=s=1;i=2\n__REALTIME_TIMESTAMP=1763647018000000\nMESSAGE\n"),
                several("two\n\nlines é"),
                text("\n\n"));
        List<LogEntry> entries = new ArrayList<>();

        for (byte each : all) {
            entries.addAll(journal.add(new byte[] {each}));
        }

        assertThat(entries)
                .containsExactly(
                        new LogEntry("2025-11-20T13:56:57.123456", "etcd1", "a=b"),
                        new LogEntry("2025-11-20T13:56:58.000000", "etcd1", "two\n\nlines é"));
        assertThat(journal.cursor()).contains("s=1;i=2");
    }

    @Test
    void anEntryThatIsBrokenOffCountsForNothing() {
        byte[] whole = text("__CURSOR=c1\n__REALTIME_TIMESTAMP=0\nMESSAGE=one\n\n");

        assertThat(journal.add(bytes(whole, text("__CURSOR=c2\n__REALTIME_TIMESTAMP=1\nMESS"))))
                .hasSize(1);
        journal.breakOff();

        assertThat(journal.cursor()).contains("c1");
        assertThat(journal.add(text("__CURSOR=c2\n__REALTIME_TIMESTAMP=1\nMESSAGE=two\n\n")))
                .extracting(LogEntry::message)
                .containsExactly("two");
    }

    private static byte[] several(String lines) {
        byte[] text = text(lines);
        ByteBuffer field = ByteBuffer.allocate(Long.BYTES + text.length).order(ByteOrder.LITTLE_ENDIAN);
        return field.putLong(text.length).put(text).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
