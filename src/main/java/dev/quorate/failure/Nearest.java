package dev.quorate.failure;

import java.util.Collection;
import java.util.Optional;

/** Finds what was probably meant: by Damerau and Levenshtein, where swapped neighbours are one slip. */
public final class Nearest {

    private Nearest() {}

    /** The candidate with the fewest slips, if they are few for its length. */
    public static Optional<String> to(String typed, Collection<String> candidates) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int slips = distance(typed, candidate);
            if (slips < fewest && slips <= tolerated(typed, candidate)) {
                best = candidate;
                fewest = slips;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int tolerated(String typed, String candidate) {
        if (candidate.length() > 2 && typed.length() > 2 && candidate.startsWith(typed)) {
            return candidate.length();
        }
        return Math.max(1, Math.min(typed.length(), candidate.length()) / 3);
    }

    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                cost[row][column] = cell(left, right, cost, row, column);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cell(String left, String right, int[][] cost, int row, int column) {
        if (row == 0 || column == 0) {
            return row + column;
        }
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int best = cost[row - 1][column - 1] + (same ? 0 : 1);
        best = Math.min(best, cost[row - 1][column] + 1);
        best = Math.min(best, cost[row][column - 1] + 1);
        if (swapped(left, right, row, column)) {
            best = Math.min(best, cost[row - 2][column - 2] + 1);
        }
        return best;
    }

    private static boolean swapped(String left, String right, int row, int column) {
        return row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
    }
}
