package dev.quorate.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoQuotedTest {

    @Test
    void readsWhatGoQuotes() {
        String text = "a\"b\\c\u0007\b\f\n\r\t\u000b\u0001 é網👍";

        assertThat(read(GoText.quote(text))).contains(text);
    }

    @Test
    void readsNumbersOfBytesAndCharacters() {
        assertThat(GoQuoted.unquote("\"\\xff\\377\\000\"")).contains(new byte[] {(byte) 0xff, (byte) 0xff, 0});
        assertThat(read("\"\\u00e9\\U0001f44d\"")).contains("é👍");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "abc",
                "'a'",
                "\"a\"b\"",
                "\"\\\"",
                "\"\\q\"",
                "\"\\'\"",
                "\"\\x1\"",
                "\"\\400\"",
                "\"\\ud800\"",
                "\"\\U00110000\"",
                "\"a\nb\"",
                "\"\\08\""
            })
    void refusesWhatGoWouldNotRead(String text) {
        assertThat(GoQuoted.unquote(text)).isEmpty();
    }

    private static Optional<String> read(String text) {
        return GoQuoted.unquote(text).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
