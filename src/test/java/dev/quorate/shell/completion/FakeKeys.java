package dev.quorate.shell.completion;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.DeleteResponse;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.Keys;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.PutResponse;
import dev.quorate.etcd.RangePages;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.TxnResponse;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Key names in memory, which answers ranges as etcd does and remembers what that would have cost it. */
final class FakeKeys implements Keys {

    private final NavigableSet<Bytes> names = new TreeSet<>();
    int calls;
    long counted;

    FakeKeys add(String... keys) {
        for (String key : keys) {
            names.add(Bytes.of(key));
        }
        return this;
    }

    FakeKeys addBytes(byte[] key) {
        names.add(Bytes.of(key));
        return this;
    }

    @Override
    public RangeResponse range(RangeRequest request) {
        NavigableSet<Bytes> range =
                names.subSet(request.range().key(), true, request.range().end(), false);
        calls++;
        counted += range.size();
        List<KeyValue> found = range.stream()
                .limit(request.limit())
                .map(name -> new KeyValue(name, Bytes.EMPTY, 1, 1, 1, 0))
                .toList();
        boolean more = found.size() < range.size();
        return new RangeResponse(new ResponseHeader(1, 1, 1, 1), found, more, range.size());
    }

    @Override
    public RangePages pages(RangeRequest request) {
        throw new UnsupportedOperationException("Tab reads no whole range");
    }

    @Override
    public PutResponse put(PutRequest request) {
        throw new UnsupportedOperationException("Tab writes nothing");
    }

    @Override
    public DeleteResponse delete(DeleteRequest request) {
        throw new UnsupportedOperationException("Tab deletes nothing");
    }

    @Override
    public TxnResponse transact(TxnRequest request) {
        throw new UnsupportedOperationException("Tab writes nothing");
    }

    @Override
    public ResponseHeader compact(long revision, boolean physical) {
        throw new UnsupportedOperationException("Tab compacts nothing");
    }
}
