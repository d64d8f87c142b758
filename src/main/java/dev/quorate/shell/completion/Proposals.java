package dev.quorate.shell.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What was found to propose.
 *
 * @param all false where there is, or may be, more than the list tells
 */
public record Proposals(List<Proposal> list, boolean all) {

    public static final Proposals NONE = new Proposals(List.of(), true);

    public Proposals {
        list = List.copyOf(list);
    }

    public static Proposals all(List<Proposal> list) {
        return new Proposals(list, true);
    }

    Proposals and(Proposal one) {
        List<Proposal> more = new ArrayList<>(list);
        more.add(one);
        return new Proposals(more, all);
    }

    Proposals without(List<String> values) {
        return new Proposals(
                list.stream()
                        .filter(proposal -> !values.contains(proposal.value()))
                        .toList(),
                all);
    }

    Proposals each(UnaryOperator<Proposal> change) {
        return new Proposals(list.stream().map(change).toList(), all);
    }

    Proposals startingWith(String typed) {
        return new Proposals(
                list.stream()
                        .filter(proposal -> proposal.value().startsWith(typed))
                        .toList(),
                all);
    }
}
