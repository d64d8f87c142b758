package dev.quorate.remote.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Takes the line out of standard error in which a command's shell tells its process group, and passes on the rest. What
 * a login shell writes first comes before it.
 */
final class GroupMark {

    static final String WORD = "quorate-process-group";

    private static final int LONGEST_WAIT = 16 * 1024;

    private final Consumer<byte[]> rest;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private volatile OptionalLong group = OptionalLong.empty();
    private boolean passing;

    GroupMark(Consumer<byte[]> rest) {
        this.rest = rest;
    }

    void take(byte[] bytes) {
        if (passing) {
            rest.accept(bytes);
            return;
        }
        held.writeBytes(bytes);
        String text = held.toString(StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(WORD + " ");
        int end = begin < 0 ? -1 : text.indexOf('\n', begin);
        if (end >= 0) {
            group = OptionalLong.of(Long.parseLong(
                    text.substring(begin + WORD.length() + 1, end).strip()));
            release(text.substring(0, begin) + text.substring(end + 1));
        } else if (held.size() > LONGEST_WAIT) {
            release(text);
        }
    }

    /** At the end of the stream: what was held back was not the mark. */
    void finish() {
        if (!passing) {
            release(held.toString(StandardCharsets.ISO_8859_1));
        }
    }

    OptionalLong group() {
        return group;
    }

    private void release(String text) {
        passing = true;
        if (!text.isEmpty()) {
            rest.accept(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
