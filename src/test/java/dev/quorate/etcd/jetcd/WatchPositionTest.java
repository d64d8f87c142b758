package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.quorate.etcd.jetcd.proto.AnswerHeader;
import dev.quorate.etcd.jetcd.proto.WatchAnswer;
import io.etcd.jetcd.api.Event;
import io.etcd.jetcd.api.KeyValue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchPositionTest {

    @Test
    void goesOnAfterTheLastRevisionTold() {
        WatchPosition position = new WatchPosition(5);

        position.advance(answer(false, "a5", "b6"));

        assertThat(position.next()).isEqualTo(7);
    }

    @Test
    void beginsAfterTheRevisionAtWhichItWasCreated() {
        WatchPosition position = new WatchPosition(0);

        position.advance(created(41));

        assertThat(position.next()).isEqualTo(42);
    }

    @Test
    void keepsItsStartUntilEventsComeWhenItAskedForHistory() {
        WatchPosition position = new WatchPosition(5);

        position.advance(created(41));

        assertThat(position.next()).isEqualTo(5);
    }

    @Test
    void believesPeriodicProgressButNotTheAnswerToARequestForIt() {
        WatchPosition position = new WatchPosition(5);

        position.advance(progress(90, -1));
        long afterRequest = position.next();
        position.advance(progress(80, 0));

        assertThat(afterRequest).isEqualTo(5);
        assertThat(position.next()).isEqualTo(81);
    }

    @Test
    void leavesOutWhatWasToldOfARevisionCutInTwo() {
        WatchPosition position = new WatchPosition(5);
        List<Event> first = position.advance(answer(true, "a5", "a6", "b6"));

        position.restart();
        long again = position.next();
        List<Event> second = position.advance(answer(true, "a6", "b6", "c6"));
        position.restart();
        List<Event> third = position.advance(answer(false, "a6", "b6", "c6", "d6", "a7"));

        assertThat(keys(first)).containsExactly("a5", "a6", "b6");
        assertThat(again).isEqualTo(6);
        assertThat(keys(second)).containsExactly("c6");
        assertThat(keys(third)).containsExactly("d6", "a7");
        assertThat(position.next()).isEqualTo(8);
    }

    @Test
    void tellsTheRestOfARevisionThatGoesOnInTheNextFragment() {
        WatchPosition position = new WatchPosition(5);
        position.advance(answer(true, "a5", "a6"));

        List<Event> rest = position.advance(answer(false, "b6", "a7"));

        assertThat(keys(rest)).containsExactly("b6", "a7");
    }

    /** Keys whose number is their revision. */
    private static WatchAnswer answer(boolean fragment, String... keys) {
        WatchAnswer.Builder answer = WatchAnswer.newBuilder().setFragment(fragment);
        for (String key : keys) {
            KeyValue keyValue = KeyValue.newBuilder()
                    .setKey(ByteString.copyFromUtf8(key))
                    .setModRevision(Long.parseLong(key.substring(1)))
                    .build();
            answer.addEvents(Event.newBuilder().setKv(keyValue));
        }
        return answer.build();
    }

    private static WatchAnswer created(long revision) {
        return WatchAnswer.newBuilder()
                .setCreated(true)
                .setHeader(AnswerHeader.newBuilder().setRevision(revision))
                .build();
    }

    private static WatchAnswer progress(long revision, long watchId) {
        return WatchAnswer.newBuilder()
                .setWatchId(watchId)
                .setHeader(AnswerHeader.newBuilder().setRevision(revision))
                .build();
    }

    private static List<String> keys(List<Event> events) {
        return events.stream()
                .map(event -> event.getKv().getKey().toStringUtf8())
                .toList();
    }
}
