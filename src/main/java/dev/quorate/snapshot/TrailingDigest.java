package dev.quorate.snapshot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a snapshot as it passes by. etcd writes it behind the database, whose length is a multiple of 512: so a
 * file that ends 32 bytes past such a multiple has one ({@code client/v3/snapshot/v3_snapshot.go}).
 */
final class TrailingDigest {

    static final int LENGTH = 32;

    private static final int SECTOR = 512;

    private final MessageDigest digest = sha256();
    private final ByteBuffer last = ByteBuffer.allocate(LENGTH);
    private long passed;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a file of {@code size} bytes has a digest at its end. */
    static boolean within(long size) {
        return size % SECTOR == LENGTH;
    }

    /** Takes what remains in {@code part}. */
    void update(ByteBuffer part) {
        passed += part.remaining();
        int surplus = last.position() + part.remaining() - LENGTH;
        if (surplus > 0) {
            release(Math.min(surplus, last.position()));
            int direct = part.remaining() - (LENGTH - last.position());
            if (direct > 0) {
                digest.update(part.slice(part.position(), direct));
                part.position(part.position() + direct);
            }
        }
        last.put(part);
    }

    /** Digests the first {@code count} bytes that were held back. */
    private void release(int count) {
        digest.update(last.array(), 0, count);
        last.flip().position(count);
        last.compact();
    }

    /** How many bytes passed by. */
    long passed() {
        return passed;
    }

    /** Ends it: what the digest is, and whether what came last says the same. */
    Result end() {
        byte[] computed = digest.digest();
        boolean right = within(passed) && Arrays.equals(computed, last.array());
        return new Result(HexFormat.of().formatHex(computed), right);
    }

    /** @param sha256 of the database in hexadecimal; @param right whether the trailer is there and says the same */
    record Result(String sha256, boolean right) {}
}
