package dev.quorate.pki.foreign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists and texts; keys that stand twice are told, the last one counts, as in Go. */
final class JsonFile {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Object> root;

    private JsonFile(Path file, String text) {
        this.file = file;
        this.root = parse(text);
    }

    static JsonFile parse(Path file, String text) {
        return new JsonFile(file, text);
    }

    Map<String, Object> root() {
        return root;
    }

    List<String> mistakes() {
        return mistakes;
    }

    private Map<String, Object> parse(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            return object(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation().getLineNr();
            throw RequestFile.refuse(file, "line " + line + " is no JSON", e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read from memory", e);
        }
    }

    private Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            int line = json.currentLocation().getLineNr();
            json.nextToken();
            Object value = value(json);
            Object before = fields.put(name, value);
            if (before != null) {
                mistakes.add("line " + line + ": the key \"" + name + "\" stands twice; \"" + value + "\" counts, \""
                        + before + "\" is lost");
            }
        }
        return fields;
    }

    private Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            default -> json.getText();
        };
    }

    private List<Object> array(JsonParser json) throws IOException {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json));
        }
        return items;
    }

    /** The object under {@code name}, empty where there is none. */
    static Map<?, ?> child(Map<?, ?> parent, String name) {
        return parent.get(name) instanceof Map<?, ?> child ? child : Map.of();
    }

    static List<?> items(Map<?, ?> parent, String name) {
        return parent.get(name) instanceof List<?> items ? items : List.of();
    }

    static String text(Map<?, ?> parent, String name) {
        return parent.get(name) instanceof String text ? text : "";
    }
}
