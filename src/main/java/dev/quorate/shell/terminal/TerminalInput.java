package dev.quorate.shell.terminal;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard input at a terminal: lines as they are typed, until Ctrl-D on an empty one. */
final class TerminalInput extends InputStream {

    private final TerminalQuestions questions;
    private final String prompt;
    private byte[] line = {};
    private int position;
    private boolean ended;

    TerminalInput(TerminalQuestions questions, String prompt) {
        this.questions = questions;
        this.prompt = prompt;
    }

    @Override
    public int read() {
        return fill() ? line[position++] & 0xff : -1;
    }

    /** Never more than a line, so that a reader has what was typed as soon as it was. */
    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() {
        if (position < line.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        Optional<String> typed = questions.nextLine(prompt);
        ended = typed.isEmpty();
        position = 0;
        line = typed.map(text -> (text + "\n").getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
        return !ended;
    }
}
