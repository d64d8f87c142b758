package dev.quorate.shell.completion.script;

import dev.quorate.command.Flag;
import dev.quorate.shell.CommandCatalog;
import dev.quorate.shell.GlobalOptions;
import dev.quorate.shell.StartOptions;
import dev.quorate.shell.completion.script.Place.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shell that completes. Its script is a template with our tables filled in. */
public enum Shell {
    BASH {
        @Override
        String place(Place place) {
            return "    %s)\n%s        ;;\n".formatted(quoted(place.path()), rows("        ", place, ""));
        }

        @Override
        String everywhere(Place options) {
            return rows("    ", options, "+");
        }

        private static String rows(String indent, Place place, String plus) {
            return array(indent, "words" + plus, place.words().stream().map(Entry::name))
                    + array(indent, "also" + plus, place.also().stream())
                    + array(indent, "flags" + plus, place.flags().stream().map(Entry::name))
                    + array(indent, "kinds" + plus, place.kinds().stream());
        }
    },
    ZSH {
        @Override
        String place(Place place) {
            return "    %s)\n%s        ;;\n".formatted(quoted(place.path()), rows("        ", place, ""));
        }

        @Override
        String everywhere(Place options) {
            return rows("    ", options, "+");
        }

        private static String rows(String indent, Place place, String plus) {
            return array(indent, "next" + plus, described(place.words()))
                    + array(indent, "also" + plus, place.also().stream())
                    + array(indent, "flags" + plus, described(place.flags()))
                    + array(indent, "kinds" + plus, place.kinds().stream());
        }

        private static Stream<String> described(List<Entry> entries) {
            return entries.stream().map(entry -> entry.name() + ":" + entry.about());
        }
    },
    FISH {
        @Override
        String place(Place place) {
            return "        case %s\n%s".formatted(quotedForFish(place.path()), rows("            ", place));
        }

        @Override
        String everywhere(Place options) {
            return rows("    ", options);
        }

        private static String rows(String indent, Place place) {
            return list(indent, "words", place.words().stream().map(Shell::fishEntry))
                    + list(indent, "also", place.also().stream().map(Shell::quotedForFish))
                    + list(indent, "flags", place.flags().stream().map(Shell::fishEntry))
                    + list(indent, "kinds", place.kinds().stream().map(Shell::quotedForFish));
        }

        private static String list(String indent, String name, Stream<String> values) {
            String all = values.collect(Collectors.joining(" "));
            return all.isEmpty() ? "" : indent + "set -a __quorate_" + name + " " + all + "\n";
        }
    };

    abstract String place(Place place);

    abstract String everywhere(Place options);

    /** Its word on the command line, and the ending of its script's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The script that completes the commands of {@code catalog}. */
    public String script(CommandCatalog catalog) {
        List<Flag<?>> start = StartOptions.flags();
        String places =
                Place.from(catalog.root(), start).stream().map(this::place).collect(Collectors.joining());
        return template()
                .replace("@places@\n", places)
                .replace("@options@\n", everywhere(Place.everywhere(GlobalOptions.ALL)));
    }

    private String template() {
        String name = "/dev/quorate/shell/completion/quorate." + word();
        try (InputStream file = Objects.requireNonNull(Shell.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String array(String indent, String name, Stream<String> values) {
        String all = values.map(Shell::quoted).collect(Collectors.joining(" "));
        return all.isEmpty() ? "" : indent + assignment(name, all) + "\n";
    }

    /** {@code name=(…)}, {@code name+=(…)}. */
    private static String assignment(String name, String values) {
        return name + "=(" + values + ")";
    }

    private static String quoted(String text) {
        boolean plain = text.matches("[A-Za-z0-9_-]+");
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String fishEntry(Entry entry) {
        return entry.name() + "\\t" + quotedForFish(entry.about());
    }

    private static String quotedForFish(String text) {
        boolean plain = text.matches("[A-Za-z0-9_-]+");
        return plain ? text : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
