package dev.quorate.kv;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.Keys;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.session.Connections;
import dev.quorate.session.Sessions;

/**
 * Shows an operator at a terminal what a deletion takes before it is done. Where nobody can be asked, and with {@code
 * --yes}, it is done as etcdctl does it. One key, named in full, is never asked about.
 */
final class DeletionGuard {

    /** To tell the last key etcd sorts the whole range, which is not worth its while where there are more. */
    private static final long MOST_SORTED = 10_000;

    private final Connections connections;
    private final Sessions sessions;

    DeletionGuard(Connections connections, Sessions sessions) {
        this.connections = connections;
        this.sessions = sessions;
    }

    void before(Invocation line, KeyRange range) {
        if (!line.interactive() || line.dryRun() || range.isSingle()) {
            return;
        }
        RangeRequest names = RangeRequest.of(range).withLimit(1).withKeysOnly(true);
        RangeResponse first = keys().range(names);
        if (first.count() > 0) {
            new Confirmation(line).of(risk(range, consequence(names, first)));
        }
    }

    private Risk risk(KeyRange range, String consequence) {
        if (range.isEverything()) {
            return new Risk.Loss(
                    "everything: " + consequence, sessions.current().shownName());
        }
        return new Risk.Disruption(consequence);
    }

    private String consequence(RangeRequest names, RangeResponse first) {
        String begin = shown(first.keyValues().getFirst().key());
        if (first.count() == 1) {
            return "1 key will be deleted: " + begin;
        }
        String keys = String.format("%,d keys will be deleted, ", first.count());
        if (first.count() > MOST_SORTED) {
            return keys + "the first is " + begin;
        }
        RangeResponse last = keys().range(names.withSortOrder(RangeRequest.SortOrder.DESCEND));
        return keys + "from " + begin + " to "
                + shown(last.keyValues().getFirst().key());
    }

    private static String shown(Bytes key) {
        return '"' + key.text() + '"';
    }

    private Keys keys() {
        return connections.client().keys();
    }
}
