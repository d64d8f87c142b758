package dev.quorate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailingDigestTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 31, 32, 33, 512, 543, 1000, 5000})
    void leavesOutTheLast32BytesHoweverTheBytesCome(int partLength) throws Exception {
        byte[] snapshot = snapshot();
        TrailingDigest digest = new TrailingDigest();

        for (int start = 0; start < snapshot.length; start += partLength) {
            digest.update(ByteBuffer.wrap(snapshot, start, Math.min(partLength, snapshot.length - start)));
        }

        assertThat(digest.passed()).isEqualTo(snapshot.length);
        TrailingDigest.Result result = digest.end();
        assertThat(result.right()).isTrue();
        assertThat(result.sha256()).isEqualTo(HexFormat.of().formatHex(snapshot, 4096, 4128));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4095, 4096, 4127})
    void seesAChangedByte(int position) throws Exception {
        byte[] snapshot = snapshot();
        snapshot[position] ^= 1;
        TrailingDigest digest = new TrailingDigest();

        digest.update(ByteBuffer.wrap(snapshot));

        assertThat(digest.end().right()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 512, 4096, 4127})
    void findsNoDigestInAnyOtherLength(int length) throws Exception {
        TrailingDigest digest = new TrailingDigest();

        digest.update(ByteBuffer.wrap(snapshot(), 0, length));

        assertThat(TrailingDigest.within(length)).isFalse();
        assertThat(digest.end().right()).isFalse();
    }

    /** 4096 bytes and their SHA-256. */
    private static byte[] snapshot() throws Exception {
        byte[] bytes = new byte[4096];
        new Random(1).nextBytes(bytes);
        byte[] snapshot = Arrays.copyOf(bytes, 4128);
        System.arraycopy(MessageDigest.getInstance("SHA-256").digest(bytes), 0, snapshot, 4096, 32);
        return snapshot;
    }
}
