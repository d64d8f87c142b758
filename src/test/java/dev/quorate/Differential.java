package dev.quorate;

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
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** Runs sections of {@code etcdctl-lines.txt} through etcdctl and through this program and compares what they answer. */
final class Differential {

    /** Sections on a cluster of several members say so at the beginning of their name. */
    private static final String SEVERAL = "three members";

    private static final String KILL = "! kill ";
    private static final String MEMBER_ADD = "member add ";

    private final IntFunction<DifferentialSide> quorate;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    /** @param quorate this program, on a cluster of its own with so many members */
    Differential(IntFunction<DifferentialSide> quorate) {
        this.quorate = quorate;
    }

    /** The sections of the table by their names. */
    static Map<String, List<DifferentialCase>> sections() throws IOException {
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
        try (InputStream resource = Differential.class.getResourceAsStream("etcdctl-lines.txt")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** One test per line, in order, on fresh etcds. */
    DynamicContainer tests(String section, List<DifferentialCase> lines) {
        var sides = new Sides(section.startsWith(SEVERAL) ? 3 : 1);
        Stream<DynamicTest> compare =
                lines.stream().map(line -> DynamicTest.dynamicTest(line.text(), () -> compare(line, sides)));
        return DynamicContainer.dynamicContainer(
                section, Stream.concat(compare, Stream.of(DynamicTest.dynamicTest("end", sides::close))));
    }

    private void compare(DifferentialCase line, Sides sides) throws Exception {
        sides.start();
        if (line.text().startsWith(KILL)) {
            int number = Integer.parseInt(line.text().substring(KILL.length()));
            sides.started.forEach(side -> side.kill(number));
            return;
        }
        if (line.text().startsWith(MEMBER_ADD)) {
            awaitYoungSecond();
        }
        DifferentialAnswer etcdctl = sides.started.getFirst().answer(line);
        DifferentialAnswer ours = sides.started.getLast().answer(line);
        compared++;
        if (!asExpected(line, etcdctl, ours)) {
            String difference = difference(line, etcdctl, ours);
            differences.add(difference);
            fail(difference);
        }
    }

    /** etcd makes a new member's id of its URLs and the second: both are to be added within the same. */
    private static void awaitYoungSecond() throws InterruptedException {
        long into = System.currentTimeMillis() % 1000;
        if (into > 200) {
            Thread.sleep(1000 - into);
        }
    }

    private static boolean asExpected(DifferentialCase line, DifferentialAnswer etcdctl, DifferentialAnswer ours) {
        return switch (line.expectation()) {
            case SAME -> etcdctl.outcome() == ours.outcome() && etcdctl.text().equals(ours.text());
            case WORKS_INSTEAD -> etcdctl.outcome() == Outcome.FAILURE && ours.outcome() == Outcome.SUCCESS;
            case REFUSED_INSTEAD ->
                etcdctl.outcome() != Outcome.FAILURE
                        && ours.outcome() == Outcome.FAILURE
                        && ours.text().isEmpty();
        };
    }

    private static String difference(DifferentialCase line, DifferentialAnswer etcdctl, DifferentialAnswer ours) {
        return line.text() + "\n" + shown("--- etcdctl: ", etcdctl) + shown("+++ quorate: ", ours);
    }

    private static String shown(String program, DifferentialAnswer answer) {
        return program
                + answer.outcome()
                + "\n"
                + answer.text().indent(4)
                + answer.error().indent(8);
    }

    /** Writes the share of lines that are as expected, and the others with what each program answered. */
    void report(Path file) throws IOException {
        int good = compared - differences.size();
        String share = String.format(Locale.ROOT, "%.1f %%", compared == 0 ? 0 : 100.0 * good / compared);
        String head = good + " of " + compared + " lines as expected: " + share + "\n\n";
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, head + String.join("\n", differences));
    }

    /** Both programs, their etcds started when first asked. */
    private final class Sides {
        private final List<DifferentialSide> started = new ArrayList<>();
        private final int members;

        private Sides(int members) {
            this.members = members;
        }

        private void start() {
            if (started.isEmpty()) {
                started.add(new DifferentialSide.Etcdctl(members));
                started.add(quorate.apply(members));
            }
        }

        private void close() {
            started.forEach(DifferentialSide::close);
        }
    }
}
