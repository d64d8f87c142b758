package dev.quorate.output;

import java.util.ArrayList;
import java.util.List;

/** The text of one cell: harmless, in lines, which a column may break further. */
record CellText(List<String> lines) {

    /** What etcdctl's table library keeps a cell's lines to, words permitting. */
    private static final int ETCDCTL_WIDTH = 30;

    /** @param asEtcdctl whether the text is one paragraph, filled as etcdctl's tables fill it */
    static CellText of(String text, boolean asEtcdctl) {
        String harmless = Visible.text(text).replace("\t", "    ");
        if (asEtcdctl) {
            return new CellText(filled(harmless));
        }
        return new CellText(harmless.lines().toList());
    }

    int width() {
        return lines.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    /** The lines broken to {@code width}; what is beyond {@code most} of them is left out and said so. */
    List<String> within(int width, int most) {
        List<String> broken = new ArrayList<>();
        for (String line : lines) {
            breakLine(line, width, broken, most);
            if (broken.size() > most) {
                broken.subList(most - 1, broken.size()).clear();
                broken.add("…");
                return broken;
            }
        }
        return broken;
    }

    private static List<String> filled(String text) {
        List<String> filled = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && DisplayWidth.of(line.toString()) + 1 + DisplayWidth.of(word) > ETCDCTL_WIDTH) {
                filled.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        filled.add(line.toString());
        return filled;
    }

    private static void breakLine(String line, int width, List<String> broken, int most) {
        String rest = line;
        while (broken.size() <= most && DisplayWidth.of(rest) > width) {
            int end = breakIn(rest, width);
            broken.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        broken.add(rest);
    }

    /** Where to break: behind the last blank or comma that fits, else where the width ends. */
    private static int breakIn(String line, int width) {
        int columns = 0;
        int index = 0;
        int best = 0;
        while (index < line.length()) {
            int codePoint = line.codePointAt(index);
            columns += DisplayWidth.of(codePoint);
            if (columns > width) {
                break;
            }
            index += Character.charCount(codePoint);
            if (codePoint == ' ' || codePoint == ',') {
                best = index;
            }
        }
        int forced = Math.max(index, Character.charCount(line.codePointAt(0)));
        return best > 0 ? best : forced;
    }
}
