package dev.quorate.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a message in protobuf's wire format, field by field in the order of their numbers; zeros are left out (proto3). */
public final class ProtobufMessage {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A number of any integer type, signed or not. */
    public ProtobufMessage number(int field, long value) {
        if (value != 0) {
            varint(((long) field << 3) | VARINT);
            varint(value);
        }
        return this;
    }

    public ProtobufMessage bool(int field, boolean value) {
        return number(field, value ? 1 : 0);
    }

    public ProtobufMessage bytes(int field, byte[] value) {
        return value.length == 0 ? this : delimited(field, value);
    }

    public ProtobufMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A message within this one, an empty one too. */
    public ProtobufMessage message(int field, ProtobufMessage value) {
        return delimited(field, value.toArray());
    }

    /** Bytes that are written though there may be none: an element of a list, a message already made. */
    public ProtobufMessage element(int field, byte[] value) {
        return delimited(field, value);
    }

    public byte[] toArray() {
        return bytes.toByteArray();
    }

    private ProtobufMessage delimited(int field, byte[] value) {
        varint(((long) field << 3) | LENGTH_DELIMITED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
