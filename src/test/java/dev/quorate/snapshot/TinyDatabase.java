package dev.quorate.snapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;

/** The smallest database there is, written by hand after bbolt's format: pages of 512 bytes, a bucket, a few entries. */
final class TinyDatabase {

    static final int PAGE = 512;

    private static final int PAGES = 4;

    private TinyDatabase() {}

    /** With its SHA-256 behind it, as etcd sends it. */
    static byte[] snapshot() {
        return withDigest(database());
    }

    /** A root bucket on page 2, the bucket {@code key} on page 3 with revisions 1 and 2. */
    static byte[] database() {
        ByteBuffer file = ByteBuffer.allocate(PAGES * PAGE).order(ByteOrder.LITTLE_ENDIAN);
        meta(file, 0, 8);
        meta(file, 1, 7);
        ByteBuffer root = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(3)
                .putLong(0);
        leaf(file, 2, 1, new byte[][] {text("key"), root.array()});
        leaf(file, 3, 0, new byte[][] {revision(1), text("one"), revision(2), text("two")});
        return file.array();
    }

    /** Bytes of the right length with the right digest, that are no database. */
    static byte[] garbage() {
        byte[] bytes = new byte[PAGES * PAGE];
        new Random(2).nextBytes(bytes);
        return withDigest(bytes);
    }

    static byte[] withDigest(byte[] bytes) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + 32);
        try {
            System.arraycopy(MessageDigest.getInstance("SHA-256").digest(bytes), 0, all, bytes.length, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static void meta(ByteBuffer file, int page, long transaction) {
        int start = page * PAGE;
        file.putLong(start, page).putShort(start + 8, (short) 4);
        int meta = start + 16;
        file.putInt(meta, 0xED0CDAED).putInt(meta + 4, 2).putInt(meta + 8, PAGE);
        file.putLong(meta + 16, 2)
                .putLong(meta + 32, -1)
                .putLong(meta + 40, PAGES)
                .putLong(meta + 48, transaction);
        long checksum = 0xcbf29ce484222325L;
        for (int i = meta; i < meta + 56; i++) {
            checksum = (checksum ^ file.get(i) & 0xff) * 0x100000001b3L;
        }
        file.putLong(meta + 56, checksum);
    }

    private static void leaf(ByteBuffer file, int page, int flags, byte[][] keysAndValues) {
        int start = page * PAGE;
        int count = keysAndValues.length / 2;
        file.putLong(start, page).putShort(start + 8, (short) 2).putShort(start + 10, (short) count);
        int data = start + 16 + count * 16;
        for (int i = 0; i < count; i++) {
            int element = start + 16 + i * 16;
            byte[] key = keysAndValues[2 * i];
            byte[] value = keysAndValues[2 * i + 1];
            file.putInt(element, flags).putInt(element + 4, data - element);
            file.putInt(element + 8, key.length).putInt(element + 12, value.length);
            file.put(data, key).put(data + key.length, value);
            data += key.length + value.length;
        }
    }

    private static byte[] revision(long main) {
        return ByteBuffer.allocate(17).putLong(main).put((byte) '_').array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
