package dev.quorate.shell.completion;

import dev.quorate.command.Completes;

/** Knows the words of one kind. */
public interface CompletionSource {

    Completes kind();

    /**
     * The words that begin with {@code typed}; others do no harm. Must be bounded in time; nothing where nothing can be
     * said, never a failure.
     */
    Proposals propose(String typed);
}
