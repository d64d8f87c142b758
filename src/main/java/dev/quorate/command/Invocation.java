package dev.quorate.command;

import dev.quorate.output.OutputFormat;
import dev.quorate.output.View;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * One bound line: everything a handler needs from where it was typed. All values were checked before the handler runs.
 * Ctrl-C interrupts the handler's thread.
 */
public interface Invocation extends Values {

    /**
     * Binds a line that stands within this one, a request of {@code txn} or a watch of {@code watch -i}, by the rules of
     * any line.
     *
     * @param commands those that may stand there
     * @param words of the line, the command's own first
     * @throws dev.quorate.failure.OperatorException if they make none of {@code commands}
     */
    Values bind(List<CommandSpec> commands, List<String> words);

    /** Writes a result to standard output in the chosen format. */
    void print(View view);

    /** The format in force, {@code AUTO} already resolved for results that are no lists. */
    OutputFormat format();

    /** Writes talk to standard error: progress, notes, hints. One line, no line end. */
    void note(String message);

    /** Standard output for bytes that no format touches. */
    OutputStream output();

    /** Standard input of the line; empty where there is none. */
    InputStream input();

    /**
     * The next line an operator types at {@code prompt}, which appears on a terminal only, or of standard input.
     *
     * @throws dev.quorate.failure.OperatorException when there is none to come
     */
    String readLine(String prompt);

    /** As {@link #readLine}, without echo and without history. */
    char[] readSecret(String prompt);

    /** Whether a person is there to be asked: a terminal, and no {@code --yes}. */
    boolean interactive();

    /** Whether {@code --yes} stands on the line or in the session. */
    boolean assumeYes();

    /** Whether {@code --dry-run} stands on the line: look and show, change nothing. */
    boolean dryRun();

    /** Whether ids, keys and values are shown in hexadecimal: {@code --hex}. */
    boolean hex();
}
