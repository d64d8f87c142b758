package dev.quorate.snapshot.bolt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Checksum;

/** A run of bytes within a page; the page is not copied, and not to be changed. */
public record Slice(byte[] page, int offset, int length) {

    public void addTo(Checksum checksum) {
        checksum.update(page, offset, length);
    }

    /** The first eight bytes as a number, the highest first. */
    public long number() {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << Byte.SIZE | page[offset + i] & 0xff;
        }
        return number;
    }

    public boolean is(String text) {
        return text().equals(text);
    }

    public String text() {
        return new String(page, offset, length, StandardCharsets.UTF_8);
    }

    int compareTo(Slice other) {
        return Arrays.compareUnsigned(
                page, offset, offset + length, other.page, other.offset, other.offset + other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slice slice && compareTo(slice) == 0;
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
