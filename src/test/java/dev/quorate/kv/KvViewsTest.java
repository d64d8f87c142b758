package dev.quorate.kv;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.DeleteResponse;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.OperationResponse;
import dev.quorate.etcd.PutResponse;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.TxnResponse;
import dev.quorate.etcd.view.RangeView;
import dev.quorate.output.View;
import dev.quorate.testing.ViewGolden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simple, json and fields files were compared with etcdctl 3.5.30 by the differential test. */
class KvViewsTest {

    private static final ResponseHeader HEADER = new ResponseHeader(-2, 3319814642761637952L, 9, 2);
    private static final ResponseHeader WITHIN = new ResponseHeader(0, 0, 9, 0);
    private static final KeyValue PLAIN = new KeyValue(Bytes.of("foo"), Bytes.of("bar"), 2, 3, 2, 0);
    private static final KeyValue STRANGE =
            new KeyValue(Bytes.of("a<>&\u001b[2J"), Bytes.wrap(new byte[] {'x', 0, (byte) 0xff}), 4, 4, 1, 0x7587L);
    private static final KeyValue EMPTY = new KeyValue(Bytes.of("empty"), Bytes.EMPTY, 5, 5, 1, 0);

    enum Case {
        GET(RangeView.of(new RangeResponse(HEADER, List.of(PLAIN, STRANGE, EMPTY), true, 7), false)),
        GET_NOTHING(RangeView.of(new RangeResponse(HEADER, List.of(), false, 0), false)),
        GET_HEX(RangeView.of(new RangeResponse(HEADER, List.of(PLAIN, STRANGE), false, 2), true)),
        PUT(new PutView(new PutResponse(HEADER, Optional.empty()), false)),
        PUT_PREVIOUS(new PutView(new PutResponse(HEADER, Optional.of(PLAIN)), false)),
        DELETE(new DeleteView(new DeleteResponse(HEADER, 2, List.of()), false)),
        DELETE_NOTHING(new DeleteView(new DeleteResponse(HEADER, 0, List.of()), false)),
        DELETE_PREVIOUS(new DeleteView(new DeleteResponse(HEADER, 2, List.of(PLAIN, EMPTY)), false)),
        TXN(new TxnView(
                new TxnResponse(
                        HEADER,
                        true,
                        List.of(
                                new OperationResponse.Put(new PutResponse(WITHIN, Optional.of(PLAIN))),
                                new OperationResponse.Range(new RangeResponse(WITHIN, List.of(PLAIN), false, 1)),
                                new OperationResponse.Delete(new DeleteResponse(WITHIN, 0, List.of())))),
                false)),
        TXN_NOTHING(new TxnView(new TxnResponse(HEADER, false, List.of()), false)),
        COMPACTION(new CompactionView(HEADER, 8));

        private final View view;

        Case(View view) {
            this.view = view;
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryFormat(Case one) {
        ViewGolden.of(KvViewsTest.class).check(one.name(), one.view);
    }
}
