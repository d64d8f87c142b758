package dev.quorate.snapshot.bolt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the first two pages say of the others. The one with the higher transaction counts, if it is whole.
 *
 * @param pageSize bytes of a page
 * @param root page of the bucket that holds all buckets
 * @param freelist page that lists the free ones, or {@link #NO_FREELIST}
 * @param pages how many there are, these two included
 * @param transaction that wrote it
 */
record Meta(int pageSize, long root, long freelist, long pages, long transaction) {

    static final long NO_FREELIST = -1;

    /** Where it ends within its page. */
    static final int END = Page.HEADER + 64;

    private static final int MAGIC = 0xED0CDAED;
    private static final int VERSION = 2;
    private static final int CHECKSUM = 56;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** The meta within {@code page}, if it is whole. */
    static Optional<Meta> in(byte[] page) {
        if (page.length < END) {
            return Optional.empty();
        }
        ByteBuffer fields =
                ByteBuffer.wrap(page, Page.HEADER, END - Page.HEADER).slice().order(ByteOrder.LITTLE_ENDIAN);
        boolean whole = fields.getInt(0) == MAGIC
                && fields.getInt(4) == VERSION
                && fields.getLong(CHECKSUM) == checksum(page, Page.HEADER, CHECKSUM);
        if (!whole) {
            return Optional.empty();
        }
        return Optional.of(new Meta(
                fields.getInt(8), fields.getLong(16), fields.getLong(32), fields.getLong(40), fields.getLong(48)));
    }

    /** FNV-1a of 64 bits. */
    private static long checksum(byte[] bytes, int offset, int length) {
        long hash = FNV_BASIS;
        for (int i = offset; i < offset + length; i++) {
            hash = (hash ^ bytes[i] & 0xff) * FNV_PRIME;
        }
        return hash;
    }

    /** Bytes of the database. */
    long size() {
        return pages * pageSize;
    }
}
