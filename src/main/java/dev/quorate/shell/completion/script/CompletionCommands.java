package dev.quorate.shell.completion.script;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.shell.Binder;
import dev.quorate.shell.SourceLine;
import dev.quorate.shell.Word;
import dev.quorate.shell.completion.LineCompletion;
import dev.quorate.shell.completion.Proposal;
import dev.quorate.shell.completion.TypedLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** {@code completion SHELL}, and the hidden {@code __complete} that its scripts call. */
public final class CompletionCommands implements CommandGroup {

    private static final Argument<Shell> SHELL =
            Argument.required("shell", ValueTypes.choice(Shell.class), "bash, zsh or fish");
    private static final Argument<List<String>> WORDS =
            Argument.rest("word", ValueTypes.TEXT, "behind --, the words of a line up to the cursor");

    private final Sessions sessions;
    private final SessionResolver resolver;
    private final Supplier<Binder> binder;
    private final Supplier<LineCompletion> completion;

    /** The suppliers are asked when a line is run: both need the commands, of which these are some. */
    public CompletionCommands(
            Sessions sessions, SessionResolver resolver, Supplier<Binder> binder, Supplier<LineCompletion> completion) {
        this.sessions = sessions;
        this.resolver = resolver;
        this.binder = binder;
        this.completion = completion;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("completion", "Prints the script that completes quorate in a shell")
                        .details("""
                                  source <(quorate completion bash)                                   # in ~/.bashrc
                                  quorate completion zsh > "${fpath[1]}/_quorate"                     # once
                                  quorate completion fish > ~/.config/fish/completions/quorate.fish   # once

                                It completes commands, flags, choices, files, and what lives in the cluster: keys, members, \
                                leases, users, contexts.""")
                        .arguments(SHELL)
                        .runs(this::script),
                CommandSpec.named("__complete", "Proposes words for the last of a line")
                        .arguments(WORDS)
                        .hide()
                        .runs(this::propose));
    }

    private void script(Invocation line) throws IOException {
        String script = line.get(SHELL).script(binder.get().catalog());
        line.output().write(script.getBytes(StandardCharsets.UTF_8));
    }

    private void propose(Invocation line) throws IOException {
        List<Word> words = SourceLine.ofArguments(line.wordsAfterDashes()).words();
        if (words.isEmpty()) {
            return;
        }
        List<Word> before = words.subList(0, words.size() - 1);
        sessions.change(resolver.overlay(sessions.standing(), binder.get().settings(before)));
        TypedLine typed = new TypedLine(before, words.getLast().text(), 0, (char) 0);
        for (Proposal proposal : completion.get().propose(typed).list()) {
            line.output().write(row(proposal).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String row(Proposal proposal) {
        return proposal.value() + (proposal.description().isEmpty() ? "" : "\t" + proposal.description()) + "\n";
    }
}
