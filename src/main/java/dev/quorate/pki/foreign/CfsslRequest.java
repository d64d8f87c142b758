package dev.quorate.pki.foreign;

import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.KeyType;
import dev.quorate.pki.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** cfssl's request: {@code CN}, {@code hosts}, {@code key} and {@code names}. */
final class CfsslRequest {

    /** In the order cfssl's users see them in the certificate. */
    private static final List<String> ATTRIBUTES = List.of("C", "ST", "L", "O", "OU");

    private static final Set<String> KEYS = Set.of("CN", "hosts", "key", "names", "ca");

    private final Path file;
    private final JsonFile json;
    private final List<String> mistakes;

    private CfsslRequest(Path file, JsonFile json) {
        this.file = file;
        this.json = json;
        this.mistakes = new ArrayList<>(json.mistakes());
        json.root().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> mistakes.add("\"" + key + "\" is no key of a request; it is passed over"));
        if (json.root().containsKey("ca")) {
            mistakes.add("what stands under \"ca\" is passed over; pki init takes --days and --path-length");
        }
    }

    static RequestFile parse(Path file, String text) {
        CfsslRequest request = new CfsslRequest(file, JsonFile.parse(file, text));
        return new RequestFile(
                request.subject(), request.names(), request.keyType(), Optional.empty(), request.mistakes);
    }

    private Subject subject() {
        List<Subject.Attribute> attributes = new ArrayList<>();
        for (Object item : JsonFile.items(json.root(), "names")) {
            if (item instanceof Map<?, ?> name) {
                addAttributes(name, attributes);
            }
        }
        String commonName = JsonFile.text(json.root(), "CN");
        if (commonName.isEmpty()) {
            mistakes.add("there is no CN");
        } else {
            attributes.add(new Subject.Attribute("CN", commonName));
        }
        return new Subject(attributes);
    }

    private static void addAttributes(Map<?, ?> name, List<Subject.Attribute> attributes) {
        for (String type : ATTRIBUTES) {
            String value = JsonFile.text(name, type);
            if (!value.isEmpty()) {
                attributes.add(new Subject.Attribute(type, value));
            }
        }
    }

    private List<AlternativeName> names() {
        if (json.root().get("hosts") instanceof String text) {
            throw RequestFile.refuse(
                    file, "hosts is \"" + text + "\", no list", "write it as \"hosts\": [\"" + text + "\"]");
        }
        List<AlternativeName> names = new ArrayList<>();
        for (Object host : JsonFile.items(json.root(), "hosts")) {
            if (host instanceof String text && !text.isBlank()) {
                names.add(RequestFile.name(file, text));
            } else {
                mistakes.add("hosts has an empty entry, which cfssl would write into the certificate; it is left out");
            }
        }
        return names;
    }

    private Optional<KeyType> keyType() {
        Map<?, ?> key = JsonFile.child(json.root(), "key");
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String word = JsonFile.text(key, "algo") + "-" + JsonFile.text(key, "size");
        Optional<KeyType> type = KeyType.named(word.replaceFirst("^ed25519-.*", "ed25519"));
        if (type.isEmpty()) {
            throw RequestFile.refuse(file, "there is no key \"" + word + "\"", "keys are " + KeyType.words());
        }
        return type;
    }
}
