package dev.quorate.shell.completion;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.Keys;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds how key names go on after what was typed, up to the next {@code /}, by jumping: it reads a few names, and goes on
 * behind the last segment it has seen, never through it.
 *
 * <p>A limit makes an answer small, not its making: etcd counts every key of the range it is asked for ({@code
 * treeIndex.Revisions} in {@code server/mvcc/index.go}), which takes seconds and holds up writers where there are millions.
 * So ranges are kept narrow. Segments that are known already are left out of them, and where an answer says that a range
 * holds many keys, the rest of it is asked for in slices, so that a big directory is counted once and not again before
 * each of its small neighbours.
 */
final class KeyScan {

    private static final int MOST_CALLS = 40;
    private static final int MOST_SEGMENTS = 120;
    private static final int MANY_KEYS = 20_000;
    private static final int NAMES_PER_CALL = 16;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** Where slices begin: the bytes key names are made of, in a dozen parts. */
    private static final byte[] CUTS = {'-', '0', '5', ':', 'A', 'N', 'a', 'd', 'g', 'k', 'n', 'p', 'q', 's', 'u', '{'};

    private static final Bytes FIRST = Bytes.wrap(new byte[] {0});

    /** No text begins with this byte. */
    private static final Bytes LAST = Bytes.wrap(new byte[] {(byte) 0xff});

    private final Keys keys;
    private final Bytes typed;
    private final Consumer<List<Proposal>> soFar;
    private final NavigableSet<Bytes> segments = new TreeSet<>();
    private final long begin = System.nanoTime();
    private int calls;
    private boolean cut;

    KeyScan(Keys keys, Bytes typed, Consumer<List<Proposal>> soFar) {
        this.keys = keys;
        this.typed = typed;
        this.soFar = soFar;
    }

    /** @param known keys that exist; they save the search for the segments they are in */
    Proposals run(List<Bytes> known) {
        for (Bytes key : known) {
            if (key.startsWith(typed) && isPath(segment(key))) {
                segments.add(segment(key));
            }
        }
        boolean many = !known.isEmpty();
        Bytes cursor = typed.isEmpty() ? FIRST : typed;
        for (Bytes directory : List.copyOf(segments)) {
            gap(cursor, directory, many);
            cursor = KeyRange.endOfPrefix(directory);
        }
        gap(cursor, typed.isEmpty() ? LAST : KeyRange.endOfPrefix(typed), many);
        return new Proposals(proposals(), !cut);
    }

    /** Looks from {@code cursor} up to {@code end}, slice by slice where there may be many keys. */
    private void gap(Bytes cursor, Bytes end, boolean many) {
        Bytes from = cursor;
        boolean sliced = many;
        while (!cut && isBefore(from, end)) {
            Bytes to = sliced ? endOfSlice(from, end) : end;
            Step step = look(from, to);
            sliced |= step.count > MANY_KEYS;
            from = step.next;
        }
    }

    /** @param next where to go on @param count of keys in the range asked for */
    private record Step(Bytes next, long count) {}

    private Step look(Bytes from, Bytes to) {
        if (calls >= MOST_CALLS || segments.size() >= MOST_SEGMENTS || System.nanoTime() - begin > LONGEST.toNanos()) {
            cut = true;
            return new Step(to, 0);
        }
        calls++;
        RangeResponse answer = keys.range(RangeRequest.of(KeyRange.between(from, to))
                .withLimit(NAMES_PER_CALL)
                .withKeysOnly(true)
                .withSerializable(true));
        Bytes next = from;
        for (KeyValue keyValue : answer.keyValues()) {
            if (!isBefore(keyValue.key(), next)) {
                next = pass(keyValue.key());
            }
        }
        soFar.accept(proposals());
        boolean finished = !answer.more() || answer.keyValues().isEmpty();
        return new Step(finished ? to : next, answer.count());
    }

    /** Notes the segment {@code key} is in; the first key behind it. */
    private Bytes pass(Bytes key) {
        Bytes segment = segment(key);
        segments.add(segment);
        return isPath(segment) ? KeyRange.endOfPrefix(segment) : KeyRange.after(key);
    }

    private Bytes segment(Bytes key) {
        byte[] name = key.unsafeArray();
        for (int i = typed.length(); i < name.length; i++) {
            if (name[i] == '/') {
                return Bytes.wrap(Arrays.copyOf(name, i + 1));
            }
        }
        return key;
    }

    private boolean isPath(Bytes segment) {
        return segment.length() > typed.length() && segment.unsafeArray()[segment.length() - 1] == '/';
    }

    /** The end of the slice {@code from} is in; slices are cut by the byte after what was typed. */
    private Bytes endOfSlice(Bytes from, Bytes end) {
        int place = typed.length();
        int present = from.length() > place ? from.unsafeArray()[place] & 0xff : 0;
        for (byte border : CUTS) {
            if (border > present) {
                byte[] slice = Arrays.copyOf(typed.unsafeArray(), place + 1);
                slice[place] = border;
                Bytes candidate = Bytes.wrap(slice);
                return isBefore(candidate, end) ? candidate : end;
            }
        }
        return end;
    }

    private static boolean isBefore(Bytes key, Bytes end) {
        return key.compareTo(end) < 0;
    }

    private List<Proposal> proposals() {
        return segments.stream()
                .filter(KeyScan::canBeTyped)
                .map(segment -> isPath(segment) ? Proposal.part(segment.text()) : Proposal.of(segment.text()))
                .toList();
    }

    private static boolean canBeTyped(Bytes name) {
        String text = name.text();
        return text.indexOf('\ufffd') < 0 && text.chars().noneMatch(Character::isISOControl);
    }
}
