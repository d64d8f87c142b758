package dev.quorate.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The expected texts are those of etcdctl 3.5.30 in the fields format. */
class GoTextTest {

    @Test
    void quotesAsGoDoes() {
        String text = "a\"b\\c\u0007\b\f\n\r\t\u000b\u0001\u007f";

        assertThat(GoText.quote(text)).isEqualTo("\"a\\\"b\\\\c\\a\\b\\f\\n\\r\\t\\v\\x01\\x7f\"");
    }

    @Test
    void keepsPrintableCharactersAndEscapesAllOthers() {
        String text = "é網👍\u00a0\u2028\u200b\ue000" + Character.toString(0x10ffff);

        assertThat(GoText.quote(text)).isEqualTo("\"é網👍\\u00a0\\u2028\\u200b\\ue000\\U0010ffff\"");
    }

    @Test
    void showsBytesThatAreNoUtf8InHexadecimal() {
        byte[] bytes = {'x', (byte) 0xff, (byte) 0xc3, 'y', (byte) 0xe2, (byte) 0x80};

        assertThat(GoText.quote(bytes)).isEqualTo("\"x\\xff\\xc3y\\xe2\\x80\"");
    }

    @Test
    void refusesOverlongAndSurrogateSequences() {
        byte[] bytes = {(byte) 0xc0, (byte) 0x80, (byte) 0xed, (byte) 0xa0, (byte) 0x80};

        assertThat(GoText.quote(bytes)).isEqualTo("\"\\xc0\\x80\\xed\\xa0\\x80\"");
    }

    @Test
    void writesHexadecimalAsEtcdctlDoes() {
        assertThat(GoText.hex("fo\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("\\x66\\x6f\\x0a");
    }
}
