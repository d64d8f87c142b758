package dev.quorate.shell;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes scripts of texts: the whole text is read and bound, and all its faults are told, before any line of it runs. */
public final class ScriptReader {

    private final Binder binder;

    public ScriptReader(Binder binder) {
        this.binder = binder;
    }

    /** @throws OperatorException if the file cannot be read or has faults, which are told one by one on {@code error} */
    public Script readFile(Path file, Variables variables, Streams.Talk error) {
        return read(file.toString(), bytes(file), variables, error);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw OperatorException.of(ExitCode.IO, "no script " + file);
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot read script " + file + ": " + e.getMessage());
        }
    }

    /** As {@link #readFile}, of the bytes of a text. */
    public Script read(String name, byte[] bytes, Variables variables, Streams.Talk error) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return read(name, text, variables, error);
        } catch (CharacterCodingException e) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS, "script " + name + " is no UTF-8 text", "save it as UTF-8");
        }
    }

    /** As {@link #readFile}, of a text. */
    public Script read(String name, String text, Variables variables, Streams.Talk error) {
        Lexed lexed = Lexer.lex(text, variables);
        List<Fault> faults = new ArrayList<>(lexed.faults());
        List<BoundLine> lines = new ArrayList<>();
        for (SourceLine line : lexed.lines()) {
            try {
                lines.add(binder.bind(line));
            } catch (BindException e) {
                faults.add(e.fault());
            }
        }
        refuse(name, faults, error);
        return new Script(name, lines);
    }

    private static void refuse(String name, List<Fault> faults, Streams.Talk error) {
        if (faults.isEmpty()) {
            return;
        }
        faults.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
        for (Fault fault : faults) {
            error.line(name + ":" + fault.line() + ":" + fault.column() + ": " + fault.message() + hint(fault));
        }
        String count = faults.size() == 1 ? "a fault" : faults.size() + " faults";
        throw OperatorException.of(ExitCode.BAD_ARGUMENTS, name + " has " + count + "; nothing was run");
    }

    private static String hint(Fault fault) {
        return fault.hint() == null ? "" : " (" + fault.hint() + ")";
    }
}
