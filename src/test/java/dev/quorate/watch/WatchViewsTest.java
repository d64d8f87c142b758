package dev.quorate.watch;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.output.View;
import dev.quorate.testing.ViewGolden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simple, json and fields files were compared with etcdctl 3.5.30. */
class WatchViewsTest {

    private static final ResponseHeader HEADER = new ResponseHeader(324952591200643719L, 3319814642761637952L, 9, 2);
    private static final ResponseHeader COMPACTED = new ResponseHeader(324952591200643719L, 3319814642761637952L, 0, 2);
    private static final KeyValue BEFORE = new KeyValue(Bytes.of("foo"), Bytes.of("bar"), 2, 3, 2, 0);
    private static final KeyValue AFTER = new KeyValue(Bytes.of("foo"), Bytes.of("<baz>"), 2, 4, 3, 0);
    private static final KeyValue GONE = new KeyValue(Bytes.of("foo"), Bytes.EMPTY, 0, 5, 0, 0);

    enum Case {
        EVENTS(view(
                HEADER,
                List.of(
                        new WatchEvent(WatchEvent.Type.PUT, AFTER, Optional.of(BEFORE)),
                        new WatchEvent(WatchEvent.Type.DELETE, GONE, Optional.empty())))),
        PROGRESS(new ProgressView(9)),
        NOTHING(view(HEADER, List.of())),
        COMPACTED(new WatchView(
                new WatchResponse(WatchViewsTest.COMPACTED, List.of(), false, true, 3, "compacted"), false));

        private final View view;

        Case(View view) {
            this.view = view;
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryFormat(Case one) {
        ViewGolden.of(WatchViewsTest.class).check(one.name(), one.view);
    }

    private static View view(ResponseHeader header, List<WatchEvent> events) {
        return new WatchView(new WatchResponse(header, events, false, false, 0, ""), false);
    }
}
