package dev.quorate.output;

/** Text that carries bytes which are no UTF-8: each as a lone surrogate U+DC80 to U+DCFF (Python's {@code surrogateescape}). */
public final class RawText {

    private RawText() {}

    public static String of(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        int offset = 0;
        while (offset < bytes.length) {
            int codePoint = Utf8.decode(bytes, offset);
            if (codePoint == Utf8.INVALID) {
                text.append((char) (0xdc00 + (bytes[offset] & 0xff)));
                offset++;
            } else {
                text.appendCodePoint(codePoint);
                offset += Utf8.length(codePoint);
            }
        }
        return text.toString();
    }
}
