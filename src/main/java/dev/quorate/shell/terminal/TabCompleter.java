package dev.quorate.shell.terminal;

import dev.quorate.shell.completion.LineCompletion;
import dev.quorate.shell.completion.Proposal;
import dev.quorate.shell.completion.Proposals;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Hands proposals to the line reader. */
final class TabCompleter implements Completer {

    private final LineCompletion completion;
    private final Look look;

    TabCompleter(LineCompletion completion, Look look) {
        this.completion = completion;
        this.look = look;
    }

    @Override
    public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
        if (!(parsed instanceof LineParser.Line line) || line.typed() == null) {
            return;
        }
        Proposals proposals = completion.propose(line.typed());
        int order = 0;
        for (Proposal proposal : proposals.list()) {
            candidates.add(candidate(proposal, line.word(), order++));
        }
        if (!proposals.all() && !candidates.isEmpty()) {
            candidates.add(more(line.word(), order));
        }
    }

    private static Candidate candidate(Proposal proposal, String typed, int order) {
        String shown = proposal.value().substring(typed.lastIndexOf('/', typed.length() - 1) + 1);
        @Nullable String description = proposal.description().isEmpty() ? null : proposal.description();
        return new Candidate(proposal.value(), shown, null, description, null, null, proposal.whole(), order);
    }

    /** Says that there is more, and keeps the reader from taking for common what only the first ones have in common. */
    private Candidate more(String typed, int order) {
        return new Candidate(typed, look.choose("…", "..."), null, null, null, null, false, order);
    }
}
