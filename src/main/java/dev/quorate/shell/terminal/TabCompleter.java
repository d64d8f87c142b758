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
        int directory = commonDirectory(proposals.list());
        int order = 0;
        for (Proposal proposal : proposals.list()) {
            candidates.add(candidate(proposal, directory, order++));
        }
        if (!proposals.all() && !candidates.isEmpty()) {
            candidates.add(more(line.word(), order));
        }
    }

    /** How long the path is that all of several proposals begin with; the list does not repeat it. */
    private static int commonDirectory(List<Proposal> proposals) {
        String path = proposals.isEmpty() ? "" : proposals.getFirst().value();
        int end = path.lastIndexOf('/', path.length() - 2) + 1;
        for (Proposal proposal : proposals) {
            while (!proposal.value().startsWith(path.substring(0, end))) {
                end = path.lastIndexOf('/', end - 2) + 1;
            }
        }
        return end;
    }

    private static Candidate candidate(Proposal proposal, int directory, int order) {
        String shown = proposal.value().substring(directory);
        @Nullable String description = proposal.description().isEmpty() ? null : proposal.description();
        return new Candidate(proposal.value(), shown, null, description, null, null, proposal.whole(), order);
    }

    /** Says that there is more, and keeps the reader from taking for common what only the first ones have in common. */
    private Candidate more(String typed, int order) {
        return new Candidate(typed, look.choose("…", "..."), null, null, null, null, false, order);
    }
}
