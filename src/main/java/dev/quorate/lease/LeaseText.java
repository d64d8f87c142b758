package dev.quorate.lease;

import java.util.HexFormat;

/** Lease ids as etcdctl writes them. */
final class LeaseText {

    private static final HexFormat HEX = HexFormat.of();

    private LeaseText() {}

    /** Sixteen hexadecimal digits. */
    static String id(long id) {
        return HEX.toHexDigits(id);
    }
}
