package dev.quorate.provision;

import java.util.ArrayList;
import java.util.List;

/** What a file would lose ({@code - }) and gain ({@code + }), line by line. For files of some hundred lines. */
public final class TextDifference {

    private TextDifference() {}

    public static List<String> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        int[][] common = commonLengths(old, fresh);
        List<String> difference = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                i++;
                j++;
            } else if (j == fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                difference.add("- " + old.get(i++));
            } else {
                difference.add("+ " + fresh.get(j++));
            }
        }
        return difference;
    }

    /** The length of the longest common subsequence of what is left from each pair of lines on. */
    private static int[][] commonLengths(List<String> old, List<String> fresh) {
        int[][] lengths = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                lengths[i][j] = old.get(i).equals(fresh.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }
}
