package dev.quorate.kv;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Compare;
import dev.quorate.etcd.Compare.NumberTarget;
import dev.quorate.etcd.Compare.Operator;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.GoQuoted;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a condition of a transaction: {@code TARGET("KEY") OPERATOR "VALUE"}, in the grammar etcdctl reads by Go's
 * {@code Sscanf("%q) %s %q")}: blanks around the operator, what follows the value is passed over.
 */
final class CompareText {

    private static final Map<String, NumberTarget> NUMBERS = Map.of(
            "ver", NumberTarget.VERSION,
            "version", NumberTarget.VERSION,
            "c", NumberTarget.CREATE,
            "create", NumberTarget.CREATE,
            "m", NumberTarget.MODIFY,
            "mod", NumberTarget.MODIFY,
            "lease", NumberTarget.LEASE);

    private static final Map<String, Operator> OPERATORS =
            Map.of("=", Operator.EQUAL, "!=", Operator.NOT_EQUAL, ">", Operator.GREATER, "<", Operator.LESS);

    private final String line;
    private int position;

    private CompareText(String line) {
        this.line = line;
    }

    /** @param line without blanks around it */
    static Compare parse(String line) {
        return new CompareText(line).parse();
    }

    private Compare parse() {
        int parenthesis = line.indexOf('(');
        if (parenthesis < 0) {
            throw malformed("no ( after the target");
        }
        String target = line.substring(0, parenthesis);
        position = parenthesis + 1;
        Bytes key = quoted();
        literal();
        Operator operator = operator();
        Bytes value = quoted();
        if (target.equals("val") || target.equals("value")) {
            return new Compare.OfValue(key, operator, value);
        }
        NumberTarget number = NUMBERS.get(target);
        if (number == null) {
            throw malformed("unknown target \"" + target + "\"");
        }
        return new Compare.OfNumber(key, operator, number, number(number, value.text()));
    }

    private void literal() {
        if (position >= line.length() || line.charAt(position) != ')') {
            throw malformed("no ) behind the key");
        }
        position++;
        if (position < line.length() && !isBlank(line.charAt(position))) {
            throw malformed("no blank before the operator");
        }
    }

    private Operator operator() {
        skipBlanks();
        int start = position;
        while (position < line.length() && !isBlank(line.charAt(position))) {
            position++;
        }
        String word = line.substring(start, position);
        Operator operator = OPERATORS.get(word);
        if (operator == null) {
            throw malformed("unknown operator \"" + word + "\"");
        }
        return operator;
    }

    /** A string in double quotes, with Go's escapes, or in backquotes, without. */
    private Bytes quoted() {
        skipBlanks();
        int start = position;
        char quote = start < line.length() ? line.charAt(start) : ' ';
        if (quote != '"' && quote != '`') {
            throw malformed("a string in double quotes expected");
        }
        position = closing(quote) + 1;
        if (quote == '`') {
            return Bytes.of(line.substring(start + 1, position - 1));
        }
        Optional<byte[]> content = GoQuoted.unquote(line.substring(start, position));
        return Bytes.wrap(content.orElseThrow(() -> malformed("bad escape in a string")));
    }

    private int closing(char quote) {
        int index = position + 1;
        while (index < line.length() && line.charAt(index) != quote) {
            index += quote == '"' && line.charAt(index) == '\\' ? 2 : 1;
        }
        if (index >= line.length()) {
            throw malformed("a string does not end");
        }
        return index;
    }

    private long number(NumberTarget target, String text) {
        try {
            return Long.parseLong(text, target == NumberTarget.LEASE ? 16 : 10);
        } catch (NumberFormatException e) {
            throw malformed("\"" + text + "\" is no number");
        }
    }

    private void skipBlanks() {
        while (position < line.length() && isBlank(line.charAt(position))) {
            position++;
        }
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private OperatorException malformed(String why) {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "malformed comparison: " + line + " (" + why + ")",
                "write it as value(\"key\") = \"value\"; targets: version, create, mod, value, lease;"
                        + " operators: = != < >");
    }
}
