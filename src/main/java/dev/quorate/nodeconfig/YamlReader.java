package dev.quorate.nodeconfig;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the file of {@code --config-file}. */
final class YamlReader {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String source;
    private final SettingsCollector collector = new SettingsCollector();

    private YamlReader(String source) {
        this.source = source;
    }

    /** @param source what the text is called in messages */
    static FoundSettings read(String source, String text) {
        return new YamlReader(source).read(text);
    }

    private FoundSettings read(String text) {
        try (YAMLParser yaml = YAML.createParser(text)) {
            JsonToken first = yaml.nextToken();
            if (first == JsonToken.START_OBJECT) {
                section(yaml, "");
            } else if (first != null && !yaml.getText().isEmpty()) {
                throw unreadable(1, "it is no list of options with a colon after each", null);
            }
            return collector.found(ConfigurationForm.YAML_FILE);
        } catch (JsonProcessingException e) {
            throw unreadable(
                    line(e.getLocation()),
                    e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read from memory", e);
        }
    }

    private static int line(@Nullable JsonLocation location) {
        return location == null ? 1 : location.getLineNr();
    }

    private OperatorException unreadable(int line, String reason, @Nullable Exception cause) {
        OperatorException thrown = OperatorException.of(
                ExitCode.INVALID_INPUT,
                source + " is not YAML that etcd would read: line " + line + ": " + reason,
                "correct it; etcd would not start with it either");
        return cause == null ? thrown : new OperatorException(thrown.failure(), cause);
    }

    /** The fields up to the end of the object that was begun. */
    private void section(YAMLParser yaml, String name) throws IOException {
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String key = yaml.currentName();
            switch (yaml.nextToken()) {
                case START_OBJECT -> section(yaml, name.isEmpty() ? key : name + "." + key);
                case START_ARRAY -> put(name, key, String.join(",", items(yaml)));
                case VALUE_NULL -> {
                    // an option without a value is as good as none
                }
                case VALUE_TRUE -> put(name, key, "true");
                case VALUE_FALSE -> put(name, key, "false");
                default -> put(name, key, yaml.getText());
            }
        }
    }

    private static List<String> items(YAMLParser yaml) throws IOException {
        List<String> items = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            items.add(yaml.getText());
        }
        return items;
    }

    private void put(String section, String key, String value) {
        Optional<Setting> setting = Setting.ofYaml(section, key);
        collector.put(setting, section.isEmpty() ? key : section + "." + key, value);
    }
}
