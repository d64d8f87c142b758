package dev.quorate.etcd.view;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyValue;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Tree;
import java.util.List;

/** A key with one of its values. */
public final class KeyValueView {

    public static final List<String> COLUMNS =
            List.of("key", "value", "version", "create revision", "mod revision", "lease");

    private KeyValueView() {}

    public static Tree tree(KeyValue keyValue) {
        var fields = Tree.fields();
        putUnlessEmpty(fields, "key", keyValue.key());
        fields.putUnlessZero("create_revision", keyValue.createRevision())
                .putUnlessZero("mod_revision", keyValue.modRevision())
                .putUnlessZero("version", keyValue.version());
        putUnlessEmpty(fields, "value", keyValue.value());
        return fields.putUnlessZero("lease", keyValue.lease()).build();
    }

    private static void putUnlessEmpty(Tree.Builder fields, String name, Bytes bytes) {
        if (!bytes.isEmpty()) {
            fields.put(name, Tree.of(bytes.unsafeArray()));
        }
    }

    /** @param prefix of each name: {@code Prev} for what was before, else empty */
    public static void fields(String prefix, KeyValue keyValue, LineSink out) {
        out.line("\"" + prefix + "Key\" : " + GoText.quote(keyValue.key().unsafeArray()));
        out.line("\"" + prefix + "CreateRevision\" : " + keyValue.createRevision());
        out.line("\"" + prefix + "ModRevision\" : " + keyValue.modRevision());
        out.line("\"" + prefix + "Version\" : " + keyValue.version());
        out.line("\"" + prefix + "Value\" : " + GoText.quote(keyValue.value().unsafeArray()));
        out.line("\"" + prefix + "Lease\" : " + keyValue.lease());
    }

    /** The key, then the value. */
    public static void lines(KeyValue keyValue, boolean hex, LineSink out) {
        line(keyValue.key(), hex, out);
        line(keyValue.value(), hex, out);
    }

    /** A key or value alone: as it is, or in hexadecimal. */
    public static void line(Bytes bytes, boolean hex, LineSink out) {
        if (hex) {
            out.line(GoText.hex(bytes.unsafeArray()));
        } else {
            out.line(bytes.unsafeArray());
        }
    }

    /** The cells under {@link #COLUMNS}. */
    public static List<String> row(KeyValue keyValue, boolean hex) {
        return List.of(
                cell(keyValue.key(), hex),
                cell(keyValue.value(), hex),
                Long.toString(keyValue.version()),
                Long.toString(keyValue.createRevision()),
                Long.toString(keyValue.modRevision()),
                Long.toHexString(keyValue.lease()));
    }

    /** Text for a table's cell; what is no UTF-8 is shown in hexadecimal, as is all if {@code hex}. */
    public static String cell(Bytes bytes, boolean hex) {
        String text = bytes.text();
        if (hex || !Bytes.of(text).equals(bytes)) {
            return GoText.hex(bytes.unsafeArray());
        }
        return text;
    }

    public static ProtobufMessage protobuf(KeyValue keyValue) {
        return new ProtobufMessage()
                .bytes(1, keyValue.key().unsafeArray())
                .number(2, keyValue.createRevision())
                .number(3, keyValue.modRevision())
                .number(4, keyValue.version())
                .bytes(5, keyValue.value().unsafeArray())
                .number(6, keyValue.lease());
    }
}
