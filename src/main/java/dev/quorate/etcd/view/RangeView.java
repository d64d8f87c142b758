package dev.quorate.etcd.view;

import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.RangePages;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * A range, written page by page.
 *
 * @param lines what the simple format shows
 */
public record RangeView(RangePages range, Lines lines, boolean hex) implements View {

    public enum Lines {
        KEYS_AND_VALUES,
        VALUES,
        COUNT
    }

    public static RangeView of(RangeResponse response, boolean hex) {
        var pages = new RangePages(response.header(), response.count(), response.more(), response.keyValues());
        return new RangeView(pages, Lines.KEYS_AND_VALUES, hex);
    }

    @Override
    public Tree tree() {
        var fields = Tree.fields().put("header", HeaderView.tree(range.header()));
        Iterator<KeyValue> keyValues = range.keyValues().iterator();
        if (keyValues.hasNext()) {
            fields.put("kvs", Tree.array(mapped(keyValues, KeyValueView::tree)));
        }
        return fields.putIfTrue("more", range.more())
                .putUnlessZero("count", range.count())
                .build();
    }

    @Override
    public Table table() {
        if (lines == Lines.COUNT) {
            return Table.leftAligned(List.of("count"), List.of(List.of(Long.toString(range.count()))));
        }
        return Table.leftAligned(
                KeyValueView.COLUMNS,
                mapped(range.keyValues().iterator(), keyValue -> KeyValueView.row(keyValue, hex)));
    }

    @Override
    public void lines(LineSink out) {
        if (lines == Lines.COUNT) {
            out.line(Long.toString(range.count()));
            return;
        }
        for (KeyValue keyValue : range.keyValues()) {
            if (lines == Lines.VALUES) {
                KeyValueView.line(keyValue.value(), hex, out);
            } else {
                KeyValueView.lines(keyValue, hex, out);
            }
        }
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(range.header(), out);
        for (KeyValue keyValue : range.keyValues()) {
            KeyValueView.fields("", keyValue, out);
        }
        out.line("\"More\" : " + range.more());
        out.line("\"Count\" : " + range.count());
    }

    @Override
    public void protobuf(LineSink out) {
        out.write(new ProtobufMessage()
                .message(1, HeaderView.protobuf(range.header()))
                .toArray());
        for (KeyValue keyValue : range.keyValues()) {
            out.write(new ProtobufMessage()
                    .message(2, KeyValueView.protobuf(keyValue))
                    .toArray());
        }
        out.write(new ProtobufMessage()
                .bool(3, range.more())
                .number(4, range.count())
                .toArray());
    }

    private static <T> Iterable<T> mapped(Iterator<KeyValue> keyValues, Function<KeyValue, T> mapping) {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return keyValues.hasNext();
            }

            @Override
            public T next() {
                return mapping.apply(keyValues.next());
            }
        };
    }
}
