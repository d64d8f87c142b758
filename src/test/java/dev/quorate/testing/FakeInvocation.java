package dev.quorate.testing;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.output.Surface;
import dev.quorate.output.View;
import dev.quorate.output.ViewWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A bound line whose output, notes and input are in memory, piped. */
public final class FakeInvocation implements Invocation {

    private final Values values;
    private final OutputFormat format;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final List<String> notes = new ArrayList<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private boolean interactive;
    private boolean dryRun;
    private boolean assumeYes;

    public FakeInvocation(Values values, OutputFormat format) {
        this.values = values;
        this.format = format;
    }

    /** As with {@code --dry-run} on the line. */
    public FakeInvocation asDryRun() {
        dryRun = true;
        return this;
    }

    /** As with {@code --yes} on the line. */
    public FakeInvocation assumingYes() {
        assumeYes = true;
        return this;
    }

    /** A person types at a terminal. */
    public FakeInvocation atTerminal() {
        interactive = true;
        return this;
    }

    /** What standard input holds. */
    public FakeInvocation typing(String... lines) {
        typed.addAll(List.of(lines));
        return this;
    }

    public String written() {
        return output.toString(StandardCharsets.UTF_8);
    }

    public List<String> notes() {
        return notes;
    }

    @Override
    public CommandSpec command() {
        return values.command();
    }

    @Override
    public <T> T get(Argument<T> argument) {
        return values.get(argument);
    }

    @Override
    public <T> T get(Flag<T> flag) {
        return values.get(flag);
    }

    @Override
    public boolean given(Flag<?> flag) {
        return values.given(flag);
    }

    @Override
    public boolean endsWithDashes() {
        return values.endsWithDashes();
    }

    @Override
    public List<String> wordsAfterDashes() {
        return values.wordsAfterDashes();
    }

    @Override
    public Values bind(List<CommandSpec> commands, List<String> words) {
        return Lines.bind(commands, words);
    }

    @Override
    public void print(View view) {
        new ViewWriter(output, Surface.PIPE).write(view, format);
    }

    @Override
    public OutputFormat format() {
        return format;
    }

    @Override
    public void note(String message) {
        notes.add(message);
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public InputStream input() {
        return new ByteArrayInputStream(String.join("\n", typed).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String readLine(String prompt) {
        if (typed.isEmpty()) {
            throw OperatorException.of(ExitCode.INVALID_INPUT, "no more input");
        }
        return typed.removeFirst();
    }

    @Override
    public char[] readSecret(String prompt) {
        return readLine(prompt).toCharArray();
    }

    @Override
    public boolean interactive() {
        return interactive && !assumeYes;
    }

    @Override
    public boolean assumeYes() {
        return assumeYes;
    }

    @Override
    public boolean dryRun() {
        return dryRun;
    }

    @Override
    public boolean hex() {
        return false;
    }
}
