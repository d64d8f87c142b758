package dev.quorate.shell.completion;

import dev.quorate.command.Completes;
import java.util.List;
import java.util.function.Supplier;

/**
 * Names that somebody else knows at once; behind a slash, files, as where a name is wanted a file often may be given.
 *
 * @param names answers nothing where it knows none, and never fails
 */
public record NameSource(Completes kind, Supplier<List<String>> names) implements CompletionSource {

    @Override
    public Proposals propose(String typed) {
        if (typed.indexOf('/') >= 0) {
            return new FileSource(Completes.FILE).propose(typed);
        }
        return Proposals.all(names.get().stream().map(Proposal::of).toList());
    }
}
