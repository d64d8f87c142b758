package dev.quorate.etcd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An immutable run of bytes: a key or a value. Ordered as etcd orders keys, byte by byte without sign. */
public final class Bytes implements Comparable<Bytes> {

    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /**
     * The UTF-8 bytes of {@code text}. A low surrogate of U+DC80 to U+DCFF on its own, which no text holds, stands for the
     * byte 80 to FF: so words carry bytes that are no UTF-8 (Python's {@code surrogateescape}).
     */
    public static Bytes of(String text) {
        if (text.chars().noneMatch(Bytes::standsForByte)) {
            return new Bytes(text.getBytes(StandardCharsets.UTF_8));
        }
        var bytes = new ByteArrayOutputStream(text.length() * 2);
        text.codePoints().forEach(codePoint -> {
            if (standsForByte(codePoint)) {
                bytes.write(codePoint - 0xdc00);
            } else {
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
            }
        });
        return new Bytes(bytes.toByteArray());
    }

    private static boolean standsForByte(int codePoint) {
        return codePoint >= 0xdc80 && codePoint <= 0xdcff;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** Takes the array as its own; the caller must not touch it again. */
    public static Bytes wrap(byte[] content) {
        return new Bytes(content);
    }

    public byte[] toArray() {
        return content.clone();
    }

    /** The bytes themselves, not a copy; not to be changed. */
    public byte[] unsafeArray() {
        return content;
    }

    public int length() {
        return content.length;
    }

    public boolean isEmpty() {
        return content.length == 0;
    }

    public boolean startsWith(Bytes prefix) {
        return length() >= prefix.length()
                && Arrays.equals(content, 0, prefix.length(), prefix.content, 0, prefix.length());
    }

    /** The bytes read as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return text();
    }
}
