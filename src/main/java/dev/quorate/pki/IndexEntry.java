package dev.quorate.pki;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One event in the life of a store.
 *
 * @param fields in the order they are written; at least {@code time} and {@code event}
 */
public record IndexEntry(Map<String, String> fields) {

    /** What happened. */
    public enum Event {
        AUTHORITY,
        ISSUED,
        IMPORTED,
        RENEWED,
        REQUESTED,
        REVOKED,
        INSTALLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public IndexEntry {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static IndexEntry of(Instant time, Event event, String name) {
        return new IndexEntry(Map.of())
                .with("time", time.toString())
                .with("event", event.word())
                .with("name", name);
    }

    IndexEntry with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new IndexEntry(more);
    }

    IndexEntry withUnlessEmpty(String field, Optional<String> value) {
        return value.map(present -> with(field, present)).orElse(this);
    }

    IndexEntry with(Certificate certificate) {
        return with("serial", certificate.serialText())
                .with("subject", certificate.subject().toString())
                .with("until", certificate.validity().notAfter().toString());
    }

    IndexEntry with(FileNames files) {
        return with("certificate", files.certificate()).with("key", files.key());
    }

    FileNames files() {
        return new FileNames(get("certificate"), get("key"));
    }

    /** The value of {@code field}, empty where the entry has none. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean is(Event event) {
        return get("event").equals(event.word());
    }
}
