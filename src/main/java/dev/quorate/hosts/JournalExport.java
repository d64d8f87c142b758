package dev.quorate.hosts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@code journalctl -o export} writes, piece by piece: fields as {@code NAME=text}, or where the text has several
 * lines as name, eight bytes of length and the text; an empty line after each entry (systemd.io, Journal Export Formats).
 */
final class JournalExport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final String host;
    private byte[] rest = new byte[0];
    private Optional<String> cursor = Optional.empty();

    JournalExport(String host) {
        this.host = host;
    }

    /** Where the last whole entry stands in its journal. */
    Optional<String> cursor() {
        return cursor;
    }

    /** Forgets the beginning of an entry whose end will not come. */
    void breakOff() {
        rest = new byte[0];
    }

    /** The entries that {@code bytes} complete. */
    List<LogEntry> add(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(rest);
        all.writeBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(all.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        List<LogEntry> entries = new ArrayList<>();
        int begin = 0;
        Map<String, String> fields = new LinkedHashMap<>();
        while (field(buffer, fields)) {
            if (fields.containsKey("")) {
                entry(fields).ifPresent(entries::add);
                fields.clear();
                begin = buffer.position();
            }
        }
        rest = new byte[buffer.limit() - begin];
        buffer.position(begin).get(rest);
        return entries;
    }

    /** Takes the next field; the empty line that ends an entry is one without a name. False where it is not whole yet. */
    private static boolean field(ByteBuffer buffer, Map<String, String> fields) {
        Optional<String> line = line(buffer);
        if (line.isEmpty()) {
            return false;
        }
        int equals = line.get().indexOf('=');
        if (equals >= 0 || line.get().isEmpty()) {
            fields.put(line.get().substring(0, Math.max(0, equals)), line.get().substring(equals + 1));
            return true;
        }
        if (buffer.remaining() < Long.BYTES) {
            return false;
        }
        long length = buffer.getLong();
        if (buffer.remaining() <= length) {
            return false;
        }
        byte[] text = new byte[Math.toIntExact(length)];
        buffer.get(text).get();
        fields.put(line.get(), new String(text, StandardCharsets.UTF_8));
        return true;
    }

    private static Optional<String> line(ByteBuffer buffer) {
        int begin = buffer.position();
        for (int end = begin; end < buffer.limit(); end++) {
            if (buffer.get(end) == '\n') {
                byte[] text = new byte[end - begin];
                buffer.get(text).get();
                return Optional.of(new String(text, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private Optional<LogEntry> entry(Map<String, String> fields) {
        cursor = Optional.ofNullable(fields.get("__CURSOR")).or(() -> cursor);
        return Optional.ofNullable(fields.get("__REALTIME_TIMESTAMP"))
                .map(time -> new LogEntry(
                        TIME.format(Instant.EPOCH.plus(Long.parseLong(time), ChronoUnit.MICROS)),
                        host,
                        fields.getOrDefault("MESSAGE", "").stripTrailing()));
    }
}
