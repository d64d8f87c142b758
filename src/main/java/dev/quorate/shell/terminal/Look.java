package dev.quorate.shell.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.Terminal;

/**
 * What a terminal can show.
 *
 * @param unicode whether characters beyond ASCII may be written
 * @param colour whether colours and styles may be used
 */
record Look(boolean unicode, boolean colour) {

    /**
     * @param environment asked for {@code NO_COLOR} and for {@code QUORATE_ASCII}, which the launcher sets in a locale without
     *     UTF-8
     */
    static Look of(Terminal terminal, Map<String, String> environment) {
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean ascii = !environment.getOrDefault("QUORATE_ASCII", "").isEmpty();
        boolean unicode = StandardCharsets.UTF_8.equals(terminal.outputEncoding());
        return new Look(unicode && !ascii && !dumb, !dumb && !refused);
    }

    String choose(String inUnicode, String inAscii) {
        return unicode ? inUnicode : inAscii;
    }
}
