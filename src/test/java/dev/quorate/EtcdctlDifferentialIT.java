package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.quorate.DifferentialAnswer.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the lines of {@code etcdctl-lines.txt} through etcdctl 3.5 and through this program, each on its own fresh etcd,
 * and compares standard output and success. The share that is identical is written to {@code
 * target/etcdctl-differential.txt}. {@code -Ddifferential.section=NAME} runs one section.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EtcdctlDifferentialIT {

    private static final Path REPORT = Path.of("target", "etcdctl-differential.txt");

    private final List<String> differences = new ArrayList<>();
    private int compared;

    @TempDir
    private Path home;

    @TestFactory
    Stream<DynamicContainer> answersAsEtcdctlDoes() throws IOException {
        String only = System.getProperty("differential.section");
        return sections().entrySet().stream()
                .filter(section -> only == null || only.equals(section.getKey()))
                .map(section -> DynamicContainer.dynamicContainer(section.getKey(), tests(section.getValue())));
    }

    private Stream<DynamicTest> tests(List<DifferentialCase> lines) {
        var sides = new Sides(home);
        Stream<DynamicTest> compare =
                lines.stream().map(line -> DynamicTest.dynamicTest(line.text(), () -> compare(line, sides)));
        return Stream.concat(compare, Stream.of(DynamicTest.dynamicTest("end", sides::close)));
    }

    private void compare(DifferentialCase line, Sides sides) throws Exception {
        DifferentialAnswer etcdctl = sides.etcdctl().answer(line);
        DifferentialAnswer quorate = sides.quorate().answer(line);
        compared++;
        if (!asExpected(line, etcdctl, quorate)) {
            String difference = difference(line, etcdctl, quorate);
            differences.add(difference);
            fail(difference);
        }
    }

    private static boolean asExpected(DifferentialCase line, DifferentialAnswer etcdctl, DifferentialAnswer quorate) {
        return switch (line.expectation()) {
            case SAME ->
                etcdctl.outcome() == quorate.outcome() && etcdctl.text().equals(quorate.text());
            case WORKS_INSTEAD -> etcdctl.outcome() == Outcome.FAILURE && quorate.outcome() == Outcome.SUCCESS;
            case REFUSED_INSTEAD ->
                etcdctl.outcome() != Outcome.FAILURE
                        && quorate.outcome() == Outcome.FAILURE
                        && quorate.text().isEmpty();
        };
    }

    private static String difference(DifferentialCase line, DifferentialAnswer etcdctl, DifferentialAnswer quorate) {
        return "%s%n--- etcdctl: %s%n%s%s%n+++ quorate: %s%n%s%s%n"
                .formatted(
                        line.text(),
                        etcdctl.outcome(),
                        indented(etcdctl.text()),
                        indented(etcdctl.error()),
                        quorate.outcome(),
                        indented(quorate.text()),
                        indented(quorate.error()));
    }

    private static String indented(String text) {
        return text.isEmpty() ? "" : text.indent(4);
    }

    @AfterAll
    void report() throws IOException {
        assertThat(compared).as("lines compared").isPositive();
        int identical = compared - differences.size();
        String share = String.format(Locale.ROOT, "%.1f %%", 100.0 * identical / compared);
        String head = identical + " of " + compared + " lines as expected: " + share + "\n\n";
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, head + String.join("\n", differences));
    }

    private static Map<String, List<DifferentialCase>> sections() throws IOException {
        Map<String, List<DifferentialCase>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("== ")) {
                section = line.substring(3);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.computeIfAbsent(section, name -> new ArrayList<>()).add(DifferentialCase.parse(line));
            }
        }
        return sections;
    }

    private static List<String> lines() throws IOException {
        try (InputStream resource = EtcdctlDifferentialIT.class.getResourceAsStream("etcdctl-lines.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Both programs, their etcds started when first asked. */
    private static final class Sides {
        private final Path home;
        private final List<DifferentialSide> started = new ArrayList<>();

        private Sides(Path home) {
            this.home = home;
        }

        private DifferentialSide etcdctl() {
            start();
            return started.getFirst();
        }

        private DifferentialSide quorate() {
            start();
            return started.getLast();
        }

        private void start() {
            if (started.isEmpty()) {
                started.add(new DifferentialSide.Etcdctl());
                started.add(new QuorateSide(home));
            }
        }

        private void close() {
            started.forEach(DifferentialSide::close);
        }
    }
}
