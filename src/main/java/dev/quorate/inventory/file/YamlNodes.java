package dev.quorate.inventory.file;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a text into nodes that know where they stand. Tags are left alone: nothing is ever constructed of them. */
final class YamlNodes {

    private YamlNodes() {}

    /** The text's only document, empty if there is none or if it is no YAML, which is a fault. */
    static Optional<Node> compose(String text, Reading reading) {
        LoaderOptions options = new LoaderOptions();
        StreamReader reader = new StreamReader(new StringReader(text));
        try {
            Composer composer = new Composer(new ParserImpl(reader, options), new Resolver(), options);
            return Optional.ofNullable(composer.getSingleNode());
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            reading.fault(position(mark), "no YAML: " + problem(e), remedy(text, mark));
            return Optional.empty();
        } catch (YAMLException e) {
            reading.fault(Position.START, "no YAML: " + e.getMessage(), "write it as cluster init does");
            return Optional.empty();
        }
    }

    private static String problem(MarkedYAMLException failure) {
        String context = failure.getContext();
        String problem = failure.getProblem();
        if (context == null) {
            return problem;
        }
        return problem.startsWith("but ") ? context + ", " + problem : problem + " " + context;
    }

    private static String remedy(String text, Mark mark) {
        boolean tab = text.lines()
                .skip(mark.getLine())
                .findFirst()
                .filter(line -> line.stripLeading().length() < line.length())
                .filter(line -> line.indexOf('\t') >= 0)
                .isPresent();
        if (tab) {
            return "indent with spaces, never with tabs";
        }
        return "mend this first: what follows cannot be read before";
    }

    static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    static Position position(Node node) {
        return position(node.getStartMark());
    }
}
