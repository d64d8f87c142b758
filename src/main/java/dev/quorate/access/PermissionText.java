package dev.quorate.access;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.view.KeyValueView;
import java.io.ByteArrayOutputStream;

/** Ranges of keys as etcdctl writes them in permissions; the keys in them byte by byte. */
final class PermissionText {

    private static final Bytes OPEN = Bytes.wrap(new byte[] {0});

    private PermissionText() {}

    /** {@code foo}, {@code [foo, fop) (prefix foo)} or {@code [foo, <open ended>}. */
    static Bytes line(KeyRange range) {
        if (range.isSingle()) {
            return range.key();
        }
        Bytes shown = interval(range.key(), range.end());
        if (!isPrefix(range)) {
            return shown;
        }
        return joined(shown, Bytes.of(" (prefix "), range.key(), Bytes.of(")"));
    }

    /** What was revoked: the beginning of a sentence. */
    static Bytes revoked(Bytes key, KeyRange range) {
        if (range.isSingle()) {
            return joined(Bytes.of("Permission of key "), key);
        }
        return joined(Bytes.of("Permission of range "), interval(key, range.end()));
    }

    /** As {@link #line}, for a table: what is no text is shown in hexadecimal. */
    static String cell(KeyRange range) {
        if (range.equals(KeyRange.all())) {
            return "all keys";
        }
        if (range.isSingle()) {
            return cell(range.key());
        }
        if (isPrefix(range)) {
            return cell(range.key()) + " (prefix)";
        }
        String end = range.end().equals(OPEN) ? "<open ended>" : cell(range.end()) + ")";
        return "[" + cell(range.key()) + ", " + end;
    }

    private static String cell(Bytes key) {
        return KeyValueView.cell(key, key.equals(OPEN));
    }

    private static boolean isPrefix(KeyRange range) {
        return KeyRange.endOfPrefix(range.key()).equals(range.end());
    }

    private static Bytes interval(Bytes key, Bytes end) {
        Bytes closing = end.equals(OPEN) ? Bytes.of("<open ended>") : joined(end, Bytes.of(")"));
        return joined(Bytes.of("["), key, Bytes.of(", "), closing);
    }

    static Bytes joined(Bytes... parts) {
        var joined = new ByteArrayOutputStream();
        for (Bytes part : parts) {
            joined.writeBytes(part.unsafeArray());
        }
        return Bytes.wrap(joined.toByteArray());
    }
}
