package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.shell.Lexed.Unfinished;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

    private static List<String> words(String text) {
        Lexed lexed = Lexer.lex(text);
        assertThat(lexed.faults()).isEmpty();
        assertThat(lexed.lines()).hasSize(1);
        return lexed.lines().getFirst().texts();
    }

    @Test
    void splitsAtBlanks() {
        assertThat(words("  put \t key   value ")).containsExactly("put", "key", "value");
    }

    @Test
    void keepsJsonInSingleQuotesWhole() {
        assertThat(words("put k '{\"a\": [1, 2], \"b\": \"c d\"}'"))
                .containsExactly("put", "k", "{\"a\": [1, 2], \"b\": \"c d\"}");
    }

    @Test
    void leavesEverythingAloneInSingleQuotes() {
        assertThat(words("put k 'a\\n$x`y\"#;'")).containsExactly("put", "k", "a\\n$x`y\"#;");
    }

    @Test
    void escapesOnlyFourCharactersInDoubleQuotes() {
        assertThat(words("put k \"a\\\"b\\\\c\\$d\\`e\\nf\"")).containsExactly("put", "k", "a\"b\\c$d`e\\nf");
    }

    @Test
    void keepsTheCharacterAfterABackslash() {
        assertThat(words("put a\\ b \\'c\\\\")).containsExactly("put", "a b", "'c\\");
    }

    @Test
    void joinsQuotedAndPlainPartsToOneWord() {
        assertThat(words("put k a'b c'\"d e\"f")).containsExactly("put", "k", "ab cd ef");
    }

    @Test
    void makesAnEmptyWordOfEmptyQuotes() {
        assertThat(words("get '' \"\" --prefix")).containsExactly("get", "", "", "--prefix");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello!!", "!x", "a>b", "a|b", "*", "~", "$HOME", "${x}", "a#b", "a&b", "(x)", "<", "ünïcödé", "a=b"
            })
    void takesOtherCharactersAsTyped(String value) {
        assertThat(words("put k " + value)).containsExactly("put", "k", value);
    }

    @Test
    void endsALineAtSemicolonsAndLineEnds() {
        Lexed lexed = Lexer.lex("put a 1; put b ';'\n\n;put c 3\r\n");

        assertThat(lexed.lines())
                .extracting(SourceLine::texts)
                .containsExactly(List.of("put", "a", "1"), List.of("put", "b", ";"), List.of("put", "c", "3"));
    }

    @Test
    void ignoresComments() {
        Lexed lexed = Lexer.lex("# all of it\nput a 1 # the rest\nput b '#'");

        assertThat(lexed.lines())
                .extracting(SourceLine::texts)
                .containsExactly(List.of("put", "a", "1"), List.of("put", "b", "#"));
    }

    @Test
    void goesOnAfterABackslashAtTheEndOfALine() {
        assertThat(words("member add x \\\n  --peer-urls \\\r\n  http://a"))
                .containsExactly("member", "add", "x", "--peer-urls", "http://a");
    }

    @Test
    void keepsLineEndsWithinQuotes() {
        assertThat(words("put k 'a\nb'")).containsExactly("put", "k", "a\nb");
    }

    @Test
    void tellsWhereWordsStand() {
        List<SourceLine> lines = Lexer.lex("get a\n  put 'b c' d").lines();

        Word quoted = lines.get(1).words().get(1);
        assertThat(lines.get(1).number()).isEqualTo(2);
        assertThat(quoted.line()).isEqualTo(2);
        assertThat(quoted.column()).isEqualTo(7);
        assertThat(quoted.start()).isEqualTo(12);
        assertThat(quoted.end()).isEqualTo(17);
        assertThat(quoted.quoted()).isTrue();
    }

    @Test
    void saysWhatIsStillOpen() {
        assertThat(Lexer.lex("put k 'a").unfinished()).contains(Unfinished.SINGLE_QUOTE);
        assertThat(Lexer.lex("put k \"a").unfinished()).contains(Unfinished.DOUBLE_QUOTE);
        assertThat(Lexer.lex("put k \\").unfinished()).contains(Unfinished.ESCAPE);
        assertThat(Lexer.lex("put k a").unfinished()).isEmpty();
    }

    @Test
    void pointsAtTheQuoteThatIsNotClosed() {
        Lexed lexed = Lexer.lex("get a\nput k \"b\nc");

        assertThat(lexed.faults()).containsExactly(new Fault(2, 7, "the double quote is not closed", null));
    }

    @Test
    void fillsInVariablesWithoutSplittingThem() {
        Variables variables = new Variables(Map.of("v", "a b; c 'd"), Map.of("HOME", "/srv/ann"));

        Lexed lexed = Lexer.lex("put ${env:HOME}/x pre${v}post \"${v}\" '${v}' \\${v} \"\\${v}\" $v", variables);

        assertThat(lexed.faults()).isEmpty();
        assertThat(lexed.lines().getFirst().texts())
                .containsExactly("put", "/srv/ann/x", "prea b; c 'dpost", "a b; c 'd", "${v}", "${v}", "${v}", "$v");
    }

    @Test
    void faultsEachUnknownVariableWhereItStands() {
        Lexed lexed = Lexer.lex("put ${a} 1\nput b \"x ${env:NO_SUCH}\"", new Variables(Map.of(), Map.of()));

        assertThat(lexed.faults())
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.message())
                .containsExactly("1:5 unknown variable ${a}", "2:10 unknown variable ${env:NO_SUCH}");
    }

    @Test
    void takesTheArgumentsOfTheProcessAsTheyAre() {
        SourceLine line = SourceLine.ofArguments(List.of("put", "k", "a b;'c", ""));

        assertThat(line.texts()).containsExactly("put", "k", "a b;'c", "");
    }
}
