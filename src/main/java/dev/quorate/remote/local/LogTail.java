package dev.quorate.remote.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, without reading its beginning. */
final class LogTail {

    private static final int MOST_BYTES = 64 * 1024;

    private LogTail() {}

    static List<String> of(Path log, int count) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - MOST_BYTES));
            byte[] end = new byte[(int) Math.min(file.length(), MOST_BYTES)];
            int read = Math.max(0, file.read(end));
            List<String> lines =
                    new String(end, 0, read, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
    }
}
