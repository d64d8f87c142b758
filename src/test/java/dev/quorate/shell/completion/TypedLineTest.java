package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.shell.Lexer;
import dev.quorate.shell.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|[]|~~|0",
                "ge|[]|ge|0",
                "get |[get]|~~|4",
                "get a|[get]|a|4",
                "get 'a b|[get]|a b|4",
                "get \"a b|[get]|a b|4",
                "get a\\ b|[get]|a b|4",
                "get a; pu|[]|pu|7",
                "get a;|[]|~~|6",
            })
    void findsTheWordAtTheCursor(String line, String before, String typed, int start) {
        TypedLine found = TypedLine.of(line == null ? "" : line).orElseThrow();

        assertThat(found.before().stream().map(Word::text).toList()).hasToString(before);
        assertThat(found.typed()).isEqualTo(typed);
        assertThat(found.start()).isEqualTo(start);
    }

    @Test
    void thereIsNoneInAComment() {
        assertThat(TypedLine.of("get a # and")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a b", "it's", "\"q\"", "back\\slash", "a;b", "#x", "a#b", "$HOME", "`x`", "ü"})
    void whatIsWrittenIsReadBack(String word) {
        for (String open : List.of("", "'", "\"")) {
            TypedLine line = TypedLine.of("get " + open).orElseThrow();

            String whole = line.written(word, true);

            assertThat(Lexer.lex("get " + whole).lines().getFirst().texts()).containsExactly("get", word);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b/", "it's/", "\"q\"/", "a\\b/"})
    void aPartIsReadBackAndCanGoOn(String part) {
        for (String open : List.of("", "'", "\"")) {
            TypedLine line = TypedLine.of("get " + open).orElseThrow();

            String written = line.written(part, false);

            assertThat(TypedLine.of("get " + written).orElseThrow().typed()).isEqualTo(part);
        }
    }
}
