package dev.quorate.cluster;

import dev.quorate.etcd.Quorum;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.List;
import java.util.stream.IntStream;

/** How many votes each size of cluster needs, and how many failures it survives. */
final class QuorumTable {

    private static final List<String> COLUMNS = List.of("cluster size", "majority", "failure tolerance");
    private static final int LARGEST = 99;

    private QuorumTable() {}

    static RowsView upTo(int size) {
        if (size < 1 || size > LARGEST) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS, "a table up to " + size + " members has no use", "take 1 to " + LARGEST);
        }
        List<List<String>> rows = IntStream.rangeClosed(1, size)
                .mapToObj(members -> new Quorum(members, members))
                .map(QuorumTable::row)
                .toList();
        return new RowsView(COLUMNS, rows, "an even member adds a vote to each decision and no failure it survives");
    }

    private static List<String> row(Quorum votes) {
        return List.of(
                Integer.toString(votes.voters()),
                Integer.toString(votes.needed()),
                Integer.toString(votes.toleranceAtBest()));
    }
}
