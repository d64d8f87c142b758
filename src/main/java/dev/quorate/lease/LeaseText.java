package dev.quorate.lease;

import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import java.util.HexFormat;

/** Lease ids as etcdctl writes them. */
final class LeaseText {

    private static final HexFormat HEX = HexFormat.of();

    private LeaseText() {}

    /** Sixteen hexadecimal digits. */
    static String id(long id) {
        return HEX.toHexDigits(id);
    }

    /** Of an answer about leases etcdctl writes the header alone: it takes that for the message. */
    static void protobuf(ResponseHeader header, LineSink out) {
        out.write(HeaderView.protobuf(header).toArray());
    }
}
