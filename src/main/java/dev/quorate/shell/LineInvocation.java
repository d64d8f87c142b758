package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.Values;
import dev.quorate.output.OutputFormat;
import dev.quorate.output.View;
import dev.quorate.output.ViewWriter;
import dev.quorate.session.Session;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A bound line on its streams, under its session. */
final class LineInvocation implements Invocation {

    private final BoundLine line;
    private final ProtectionGuard guard;
    private final Session.Options options;
    private final Streams streams;
    private final ViewWriter views;

    /** @param guard passes the lines that stand within {@code line} */
    LineInvocation(BoundLine line, ProtectionGuard guard, Streams streams) {
        this.line = line;
        this.guard = guard;
        this.options = guard.session().options();
        this.streams = streams;
        this.views = new ViewWriter(streams.out(), streams.surface());
    }

    /** The streams of {@code line}, for a command that runs lines itself. */
    static Streams streams(Invocation line) {
        if (line instanceof LineInvocation bound) {
            return bound.streams;
        }
        throw new IllegalArgumentException(line.command().words() + " runs in the shell only");
    }

    @Override
    public CommandSpec command() {
        return line.command();
    }

    @Override
    public <T> T get(Argument<T> argument) {
        return line.get(argument);
    }

    @Override
    public <T> T get(Flag<T> flag) {
        return line.get(flag);
    }

    @Override
    public boolean given(Flag<?> flag) {
        return line.given(flag);
    }

    @Override
    public List<String> wordsAfterDashes() {
        return line.wordsAfterDashes();
    }

    @Override
    public boolean endsWithDashes() {
        return line.endsWithDashes();
    }

    @Override
    public Values bind(List<CommandSpec> commands, List<String> words) {
        Binder binder = new Binder(new CommandCatalog(commands));
        try {
            return guarded(binder.bind(SourceLine.ofArguments(words)));
        } catch (BindException e) {
            throw e.asFailure();
        }
    }

    /** What changes something was asked about as a whole. */
    private Values guarded(Values inner) {
        if (line.command().effectOf().apply(line) == Effect.READS) {
            guard.pass(inner, this);
        }
        return inner;
    }

    @Override
    public void print(View view) {
        views.write(view, options.format());
    }

    @Override
    public OutputFormat format() {
        boolean table = streams.surface().terminal();
        return options.format() == OutputFormat.AUTO && !table ? OutputFormat.SIMPLE : options.format();
    }

    @Override
    public void note(String message) {
        streams.error().line(message);
    }

    @Override
    public OutputStream output() {
        return streams.out();
    }

    @Override
    public InputStream input() {
        return streams.in();
    }

    @Override
    public String readLine(String prompt) {
        return streams.questions().readLine(prompt);
    }

    @Override
    public char[] readSecret(String prompt) {
        return streams.questions().readSecret(prompt);
    }

    @Override
    public boolean interactive() {
        return streams.questions().person() && !options.assumeYes();
    }

    @Override
    public boolean assumeYes() {
        return options.assumeYes();
    }

    @Override
    public boolean dryRun() {
        return options.dryRun();
    }

    @Override
    public boolean hex() {
        return options.hex();
    }
}
