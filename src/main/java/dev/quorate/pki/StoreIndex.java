package dev.quorate.pki;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store's memory: one JSON object of texts per line, in the order things happened. Lines are only ever added. */
final class StoreIndex {

    static final String FILE = "index.jsonl";
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Optional<State> state;
    private final List<IndexEntry> entries;

    private StoreIndex(Path file, Optional<State> state, List<IndexEntry> entries) {
        this.file = file;
        this.state = state;
        this.entries = entries;
    }

    /** What tells one state of a file from the next: every change makes a new file, and a longer one. */
    private record State(Object key, FileTime changed, long bytes) {}

    static StoreIndex read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        Optional<State> state = state(file);
        List<IndexEntry> entries = new ArrayList<>();
        if (state.isPresent()) {
            for (String line : Files.readAllLines(file)) {
                entries.add(entry(file, entries.size() + 1, line));
            }
        }
        return new StoreIndex(file, state, List.copyOf(entries));
    }

    private static Optional<State> state(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new State(now.fileKey(), now.lastModifiedTime(), now.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether somebody has written since it was read. */
    boolean isOutdated() throws IOException {
        return state.isEmpty() || !state.equals(state(file));
    }

    /** What happened, oldest first. */
    List<IndexEntry> entries() {
        return entries;
    }

    static String format(IndexEntry entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : entry.fields().entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return line.toString();
    }

    private static IndexEntry entry(Path file, int number, String line) throws IOException {
        try {
            return new IndexEntry(parse(line));
        } catch (JsonProcessingException e) {
            throw new OperatorException(
                    OperatorException.of(
                                    ExitCode.INVALID_INPUT,
                                    "line " + number + " of " + file + " is damaged: " + e.getOriginalMessage(),
                                    "take that line out or mend it; certificates and keys are in files of their own")
                            .failure(),
                    e);
        }
    }

    private static Map<String, String> parse(String line) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, json.getText());
            }
        }
        return fields;
    }
}
