package dev.quorate.shell.completion;

/** How a word must be written for the lexer to read it back. */
final class Quoting {

    private static final String SPECIAL = " \t\\'\";|<>&`";

    private Quoting() {}

    /**
     * @param open the quote the operator began the word with, 0 for none
     * @param whole whether the word ends here, so that its quote is closed
     */
    static String quoted(String word, char open, boolean whole) {
        if (open == '\'' && word.indexOf('\'') < 0) {
            return '\'' + word + (whole ? "'" : "");
        }
        if (open == '"') {
            return '"' + escaped(word, "\"\\`$") + (whole ? "\"" : "");
        }
        if (whole && word.isEmpty()) {
            return "''";
        }
        String plain = escaped(word, SPECIAL);
        return plain.startsWith("#") ? "\\" + plain : plain;
    }

    private static String escaped(String word, String special) {
        StringBuilder escaped = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (special.indexOf(word.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(word.charAt(i));
        }
        return escaped.toString();
    }
}
