package dev.quorate.snapshot.bolt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A page with those it overflows into, or the page that stands within the entry of a small bucket.
 *
 * @param start where it begins within {@code bytes}
 */
record Page(byte[] bytes, int start) {

    static final int HEADER = 16;
    static final int BRANCH = 1;
    static final int LEAF = 2;
    static final int FREELIST = 16;

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int ELEMENT = 16;
    private static final int BUCKET = 1;

    /** One entry of a leaf. */
    record Entry(Slice key, Slice value, boolean bucket) {}

    long id() {
        return longAt(start);
    }

    int kind() {
        return shortAt(start + 8);
    }

    int count() {
        return shortAt(start + 10);
    }

    /** How many pages more it takes. */
    long overflow() {
        return Integer.toUnsignedLong(intAt(start + 12));
    }

    /** Whether the headers of its elements fit in. */
    boolean holdsItsElements() {
        return start + HEADER + (long) count() * ELEMENT <= bytes.length;
    }

    /** Entry {@code index} of a leaf. @throws IndexOutOfBoundsException if it does not lie within the page */
    Entry entry(int index) {
        int element = element(index);
        Slice key = slice(element + Integer.toUnsignedLong(intAt(element + 4)), intAt(element + 8));
        Slice value = slice((long) key.offset() + key.length(), intAt(element + 12));
        return new Entry(key, value, (intAt(element) & BUCKET) != 0);
    }

    /** The first key below child {@code index} of a branch. @throws IndexOutOfBoundsException as {@link #entry} */
    Slice childKey(int index) {
        int element = element(index);
        return slice(element + Integer.toUnsignedLong(intAt(element)), intAt(element + 4));
    }

    /** The page of child {@code index} of a branch. */
    long child(int index) {
        return longAt(element(index) + 8);
    }

    /** The free pages a freelist names; where there are many, the first of them tells how many. */
    long[] freePages() {
        int first = start + HEADER;
        long count = count();
        if (count == 0xffff) {
            count = longAt(first);
            first += Long.BYTES;
        }
        if (count < 0 || count > (bytes.length - first) / Long.BYTES) {
            throw new IndexOutOfBoundsException("a freelist of " + count + " pages");
        }
        long[] pages = new long[(int) count];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = longAt(first + i * Long.BYTES);
        }
        return pages;
    }

    private int element(int index) {
        return start + HEADER + index * ELEMENT;
    }

    private Slice slice(long offset, int length) {
        if (length < 0 || offset > bytes.length - (long) length) {
            throw new IndexOutOfBoundsException("an entry past the end of its page");
        }
        return new Slice(bytes, (int) offset, length);
    }

    private int shortAt(int offset) {
        return Short.toUnsignedInt((short) SHORTS.get(bytes, offset));
    }

    private int intAt(int offset) {
        return (int) INTS.get(bytes, offset);
    }

    private long longAt(int offset) {
        return (long) LONGS.get(bytes, offset);
    }
}
