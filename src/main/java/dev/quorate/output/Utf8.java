package dev.quorate.output;

/** Reads UTF-8 as Go does: each byte that begins no valid sequence is one invalid byte of its own. */
final class Utf8 {

    static final int INVALID = -1;

    private Utf8() {}

    /** The code point that begins at {@code offset}, or {@link #INVALID}. */
    static int decode(byte[] bytes, int offset) {
        int first = bytes[offset] & 0xff;
        if (first < 0x80) {
            return first;
        }
        if (first >= 0xc2 && first <= 0xdf) {
            return sequence(bytes, offset, first & 0x1f, 1, 0x80);
        }
        if (first >= 0xe0 && first <= 0xef) {
            return sequence(bytes, offset, first & 0x0f, 2, 0x800);
        }
        if (first >= 0xf0 && first <= 0xf4) {
            return sequence(bytes, offset, first & 0x07, 3, 0x10000);
        }
        return INVALID;
    }

    private static int sequence(byte[] bytes, int offset, int head, int more, int least) {
        int codePoint = head;
        for (int i = 1; i <= more; i++) {
            if (offset + i >= bytes.length || (bytes[offset + i] & 0xc0) != 0x80) {
                return INVALID;
            }
            codePoint = (codePoint << 6) | (bytes[offset + i] & 0x3f);
        }
        boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        return codePoint < least || codePoint > 0x10ffff || surrogate ? INVALID : codePoint;
    }

    /** How many bytes {@code codePoint}, as {@link #decode} told it, takes. */
    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
