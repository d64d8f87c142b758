package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds what can only be seen in the sources: sizes, commands without handlers of failures, no traces of a machine. */
class SourceTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern MACHINE_PATH = Pattern.compile("/(?:home/\\w+|root/|Users/\\w+|work/|tmp/w/)");

    private static final List<Method> METHODS = new ArrayList<>();
    private static final List<String> TRIES_IN_COMMANDS = new ArrayList<>();

    private record Method(String file, String name, long lines, int parameters) {
        @Override
        public String toString() {
            return file + "#" + name + " (" + lines + " lines, " + parameters + " parameters)";
        }
    }

    @BeforeAll
    static void readTheSources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources(MAIN)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(unit, positions).scan(unit, null);
            }
        }
    }

    @Test
    void noFileIsLongerThanFourHundredLines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources(Path.of("src"))) {
            long lines;
            try (Stream<String> text = Files.lines(source)) {
                lines = text.count();
            }
            if (lines > 400) {
                tooLong.add(source + " has " + lines);
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void noMethodIsLongerThanFortyLines() {
        assertThat(METHODS).filteredOn(method -> method.lines() > 40).isEmpty();
    }

    @Test
    void noMethodTakesMoreThanFiveParameters() {
        assertThat(METHODS).filteredOn(method -> method.parameters() > 5).isEmpty();
    }

    @Test
    void methodsOfCommandsAreShort() {
        assertThat(METHODS)
                .filteredOn(method -> method.file().endsWith("Commands.java"))
                .filteredOn(method -> method.lines() > 15)
                .filteredOn(method -> !isDeclaration(method))
                .isEmpty();
    }

    @Test
    void commandsLeaveFailuresToTheReporter() {
        assertThat(TRIES_IN_COMMANDS).isEmpty();
    }

    @Test
    void nothingNamesAMachine() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path file : texts()) {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (MACHINE_PATH.matcher(line).find() && !file.endsWith("SourceTest.java")) {
                    named.add(file + ":" + number + ": " + line.strip());
                }
            }
        }

        assertThat(named).isEmpty();
    }

    /** A command's declaration is a table, and a table may be long. */
    private static boolean isDeclaration(Method method) {
        return method.name().equals("commands");
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> code = Files.walk(Path.of("src"));
                Stream<Path> scripts = Files.walk(Path.of("scripts"));
                Stream<Path> top = Files.list(Path.of("."))) {
            return Stream.of(code, scripts, top)
                    .flatMap(each -> each)
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*(\\.(java|md|xml|ya?ml|sh)|scripts/[^.]*)"))
                    .sorted()
                    .toList();
        }
    }

    /** Measures one file. */
    private static final class Reader extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final LineMap lines;
        private final String file;

        Reader(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.lines = unit.getLineMap();
            this.file = MAIN.toUri().relativize(unit.getSourceFile().toUri()).getPath();
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (method.getBody() != null && positions.getStartPosition(unit, method.getBody()) >= 0) {
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                METHODS.add(new Method(file, method.getName().toString(), last - first + 1, parameters(method)));
            }
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitTry(TryTree statement, Void unused) {
            if (file.endsWith("Commands.java") && !statement.getCatches().isEmpty()) {
                TRIES_IN_COMMANDS.add(file + ":" + lines.getLineNumber(positions.getStartPosition(unit, statement)));
            }
            return super.visitTry(statement, null);
        }

        /** Components of a record are not parameters, nor is what a class hands only to itself when it copies itself. */
        private int parameters(MethodTree method) {
            Tree owner = getCurrentPath().getParentPath().getLeaf();
            boolean ofRecord = owner instanceof ClassTree type && type.getKind() == Tree.Kind.RECORD;
            boolean constructor = method.getName().contentEquals("<init>");
            boolean own = method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            return constructor && (ofRecord || own) ? 0 : method.getParameters().size();
        }
    }
}
