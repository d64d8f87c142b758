package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.RangePages;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import io.etcd.jetcd.api.KeyValue;
import io.etcd.jetcd.api.RangeResponse;
import io.etcd.jetcd.api.ResponseHeader;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class PagingTest {

    private static final RangeRequest ALL = RangeRequest.of(KeyRange.all());
    private final TreeMap<String, Integer> store = new TreeMap<>();
    private final List<RangeRequest> asked = new CopyOnWriteArrayList<>();

    @Test
    void asksOnceForWhatFitsIntoTheFirstPage() {
        fill(10, 100);

        assertThat(read(ALL)).isEqualTo(10);
        assertThat(asked).hasSize(1);
    }

    @Test
    void pinsTheRevisionAndGoesOnAfterTheLastKey() {
        fill(100, 100);

        assertThat(read(ALL)).isEqualTo(100);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).revision()).isEqualTo(7);
        assertThat(asked.get(1).range().key()).isEqualTo(Bytes.of("key00063\0"));
    }

    @Test
    void keepsPagesNearTheirSize() {
        fill(2000, 20_000);

        assertThat(read(ALL)).isEqualTo(2000);
        assertThat(asked.subList(2, asked.size()))
                .allSatisfy(request -> assertThat(request.limit() * 20_000).isLessThanOrEqualTo(Paging.PAGE_BYTES));
    }

    @Test
    void neverAsksForMoreThanTheLimit() {
        fill(500, 100);

        RangePages pages = paging(ALL.withLimit(70)).open();

        assertThat(pages.keyValues()).hasSize(70);
        assertThat(pages.more()).isTrue();
        assertThat(asked).extracting(RangeRequest::limit).containsExactly(64L, 6L);
    }

    @Test
    void sortedRangesAreOnePage() {
        fill(500, 100);
        RangeRequest sorted = new RangeRequest(
                KeyRange.all(),
                0,
                0,
                RangeRequest.SortTarget.KEY,
                RangeRequest.SortOrder.DESCEND,
                false,
                false,
                false,
                RangeRequest.ModificationBounds.NONE);

        read(sorted);

        assertThat(asked).containsExactly(sorted);
    }

    @Test
    void throwsWhatALaterPageFailedWith() {
        fill(100, 100);
        Paging failing = new Paging(
                request -> {
                    if (request.revision() > 0) {
                        throw OperatorException.of(ExitCode.ERROR, "compacted meanwhile");
                    }
                    return answer(request);
                },
                () -> this::answer,
                ALL);

        assertThatThrownBy(() -> failing.open().keyValues().forEach(keyValue -> {}))
                .hasMessage("compacted meanwhile");
    }

    private void fill(int count, int size) {
        for (int i = 0; i < count; i++) {
            store.put("key%05d".formatted(i), size);
        }
    }

    private int read(RangeRequest request) {
        int[] count = {0};
        paging(request).open().keyValues().forEach(keyValue -> count[0]++);
        return count[0];
    }

    private Paging paging(RangeRequest request) {
        return new Paging(this::answer, () -> this::answer, request);
    }

    private RangeResponse answer(RangeRequest request) {
        asked.add(request);
        var rest = store.tailMap(request.range().key().text());
        RangeResponse.Builder response = RangeResponse.newBuilder()
                .setHeader(ResponseHeader.newBuilder().setRevision(7))
                .setCount(rest.size());
        rest.entrySet().stream()
                .limit(request.limit() == 0 ? Long.MAX_VALUE : request.limit())
                .forEach(entry -> response.addKvs(KeyValue.newBuilder()
                        .setKey(ByteString.copyFromUtf8(entry.getKey()))
                        .setValue(ByteString.copyFrom(new byte[entry.getValue()]))));
        return response.build();
    }
}
