package dev.quorate.certificates;

import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.Locale;

/** One thing, a line for each of its properties. */
record PropertiesView(List<Property> properties) implements View {

    /**
     * @param values none, one or several
     * @param list whether there may be several, so that there is a list of them in JSON however many there are
     */
    record Property(String name, List<String> values, boolean list) {
        Property {
            values = List.copyOf(values);
        }

        Property(String name, List<String> values) {
            this(name, values, true);
        }

        /** An empty text is none. */
        Property(String name, String value) {
            this(name, value.isEmpty() ? List.of() : List.of(value), false);
        }

        /** {@code valid until} as programs read it: {@code validUntil}. */
        private String key() {
            StringBuilder key = new StringBuilder();
            for (String word : name.split(" ")) {
                key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
            return key.toString();
        }

        private String text() {
            return String.join(", ", values);
        }
    }

    PropertiesView {
        properties = properties.stream()
                .filter(property -> !property.values().isEmpty())
                .toList();
    }

    static PropertiesView of(Property... properties) {
        return new PropertiesView(List.of(properties));
    }

    @Override
    public Tree tree() {
        Tree.Builder fields = Tree.fields();
        for (Property property : properties) {
            List<Tree> values = property.values().stream().map(Tree::of).toList();
            fields.put(property.key(), property.list() ? Tree.array(values) : values.getFirst());
        }
        return fields.build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                List.of("PROPERTY", "VALUE"),
                properties.stream()
                        .map(property -> List.of(property.name(), property.text()))
                        .toList());
    }

    @Override
    public void lines(LineSink out) {
        int width = properties.stream()
                .mapToInt(property -> property.name().length())
                .max()
                .orElse(0);
        for (Property property : properties) {
            out.line("%-" + (width + 1) + "s %s", property.name() + ":", property.text());
        }
    }

    @Override
    public void fields(LineSink out) {
        properties.forEach(property -> property.values()
                .forEach(value -> out.line(GoText.quote(property.name()) + " : " + GoText.quote(value))));
    }
}
