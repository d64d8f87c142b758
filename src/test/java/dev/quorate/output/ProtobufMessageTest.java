package dev.quorate.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The expected bytes follow the wire format's own examples ({@code protobuf.dev/programming-guides/encoding}). */
class ProtobufMessageTest {

    @Test
    void writesNumbersAsVarints() {
        assertThat(hex(new ProtobufMessage().number(1, 150))).isEqualTo("089601");
        assertThat(hex(new ProtobufMessage().number(1, -2))).isEqualTo("08feffffffffffffffff01");
        assertThat(hex(new ProtobufMessage().bool(3, true))).isEqualTo("1801");
    }

    @Test
    void leavesZerosOutButNotEmptyMessages() {
        var message = new ProtobufMessage()
                .number(1, 0)
                .bool(2, false)
                .bytes(3, new byte[0])
                .text(4, "")
                .message(5, new ProtobufMessage())
                .element(6, new byte[0]);

        assertThat(hex(message)).isEqualTo("2a003200");
    }

    @Test
    void writesTextAndMessagesWithTheirLength() {
        var message = new ProtobufMessage().text(2, "testing").message(3, new ProtobufMessage().number(1, 150));

        assertThat(hex(message)).isEqualTo("120774657374696e671a03089601");
    }

    private static String hex(ProtobufMessage message) {
        return HexFormat.of().formatHex(message.toArray());
    }
}
