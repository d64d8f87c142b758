package dev.quorate.session;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The saved contexts, one small file beside all else that is kept of its cluster, and the name of the one in use. Plain
 * {@code word: value} lines, as reading them must not cost a start of the program anything.
 */
public final class ContextStore {

    private static final String FILE = "context";

    /** Beside the context and not in it: saving or connecting anew under the same name takes no protection away. */
    private static final String PROTECTED = "protected";

    private final QuorateHome home;

    public ContextStore(QuorateHome home) {
        this.home = home;
    }

    /** The names, sorted. */
    public List<String> names() {
        if (!Files.isDirectory(home.clusters())) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(home.clusters())) {
            return directories
                    .filter(directory -> Files.isRegularFile(directory.resolve(FILE)))
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(home.clusters(), e);
        }
    }

    public Optional<Context> find(String name) {
        Path file = home.cluster(name).resolve(FILE);
        if (name.isEmpty() || name.startsWith(".") || name.contains("/") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Context(name, ContextFile.parse(file, Files.readAllLines(file))));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The context called {@code name}, or a failure that says which there are. */
    public Context get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    public void save(Context context) {
        String text = ContextFile.format(context.values());
        PrivateFile.write(home.cluster(context.name()).resolve(FILE), text);
    }

    /** Forgets how to reach the cluster; whatever else is kept of it stays. */
    public void delete(String name) {
        get(name);
        try {
            Files.delete(home.cluster(name).resolve(FILE));
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot delete context " + name + ": " + e.getMessage());
        }
        if (remembered().equals(name)) {
            forgetCurrent();
        }
    }

    /** Marks a context so that every console asks before it changes something there, from its next line on. */
    void protect(String name) {
        get(name);
        PrivateFile.write(
                home.cluster(name).resolve(PROTECTED),
                "# While this file is here, changes are asked about or refused: unprotect " + name + "\n");
    }

    /** Takes the mark away. */
    void unprotect(String name) {
        try {
            Files.deleteIfExists(home.cluster(get(name).name()).resolve(PROTECTED));
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot unprotect " + name + ": " + e.getMessage());
        }
    }

    /** Whether {@code name} is marked; asked anew for each line, as another console may have changed it. */
    public boolean isProtected(String name) {
        return Files.exists(home.cluster(name).resolve(PROTECTED));
    }

    /** Lets later lines and consoles start without a context. */
    public void forgetCurrent() {
        try {
            Files.deleteIfExists(home.currentContext());
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot delete " + home.currentContext() + ": " + e.getMessage());
        }
    }

    /** The context last used, unless it is gone. */
    public Optional<Context> current() {
        return find(remembered());
    }

    /** Remembers {@code name} for lines and consoles to come. */
    public void use(String name) {
        PrivateFile.write(home.currentContext(), get(name).name() + "\n");
    }

    private String remembered() {
        Path file = home.currentContext();
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private OperatorException unknown(String name) {
        List<String> names = names();
        String hint = names.isEmpty()
                ? "none is saved yet: connect ENDPOINTS --save NAME"
                : "saved are: " + String.join(", ", names);
        return OperatorException.of(ExitCode.INVALID_INPUT, "no context named \"" + name + "\"", hint);
    }

    private static OperatorException unreadable(Path file, IOException cause) {
        return OperatorException.of(ExitCode.IO, "cannot read " + file + ": " + cause.getMessage());
    }
}
