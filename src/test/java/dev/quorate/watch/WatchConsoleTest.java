package dev.quorate.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.Watches;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WatchConsoleTest {

    private static final ResponseHeader HEADER = new ResponseHeader(1, 2, 9, 3);

    private final ScriptedWatches watches = new ScriptedWatches();
    private final FakeInvocation line = new FakeInvocation(
            Lines.bind(List.of(WatchLine.declaration().runs(bound -> {})), List.of("watch", "-i")),
            OutputFormat.SIMPLE);

    @Test
    void runsSeveralWatchesAndWritesWhatTheySay() {
        line.typing("watch foo", "watch 'bar' --prefix");

        runToTheEnd();

        assertThat(watches.opened).hasSize(2);
        assertThat(line.written()).isEqualTo("PUT\nfoo\nv\nPUT\nbar\nv\n");
        assertThat(line.notes()).containsExactly("watch 1 is on foo", "watch 2 is on bar");
        assertThat(watches.closed).containsExactly("foo", "bar");
    }

    @Test
    void asksEveryWatchForItsProgress() {
        line.typing("watch foo", "watch bar", "progress");

        runToTheEnd();

        assertThat(line.written()).endsWith("progress notify: 9\nprogress notify: 9\n");
    }

    @Test
    void cancelsOneWatch() {
        line.typing("watch foo", "watch bar", "cancel 1", "progress");

        runToTheEnd();

        assertThat(watches.closed).containsExactly("foo", "bar");
        assertThat(line.written()).endsWith("v\nprogress notify: 9\n");
    }

    @Test
    void tellsAWrongLineAndGoesOn() {
        line.typing("wtch foo", "", "watch", "watch a b --prefix", "cancel 7", "watch foo");

        runToTheEnd();

        assertThat(line.notes())
                .containsExactly(
                        "invalid command \"wtch foo\": write watch KEY, progress or cancel ID",
                        "invalid command \"\": write watch KEY, progress or cancel ID",
                        "invalid command \"watch\": no key to watch",
                        "invalid command \"watch a b --prefix\": a range end cannot be combined with --prefix",
                        "invalid command \"cancel 7\": cancel takes the number of a watch: none is running",
                        "watch 1 is on foo");
    }

    private void runToTheEnd() {
        try (var console = new WatchConsole(line, Map.of(), watches)) {
            assertThatThrownBy(console::run)
                    .isInstanceOf(OperatorException.class)
                    .hasMessage("no more input");
        }
    }

    /** Answers each watch with one event at once. */
    private static final class ScriptedWatches implements Watches {
        private final List<WatchRequest> opened = new ArrayList<>();
        private final List<String> closed = new ArrayList<>();

        @Override
        public Watch open(WatchRequest request, Consumer<WatchResponse> listener) {
            opened.add(request);
            Bytes key = request.range().key();
            var event =
                    new WatchEvent(WatchEvent.Type.PUT, new KeyValue(key, Bytes.of("v"), 9, 9, 1, 0), Optional.empty());
            listener.accept(new WatchResponse(HEADER, List.of(), true, false, 0, ""));
            listener.accept(new WatchResponse(HEADER, List.of(event), false, false, 0, ""));
            return new Watch() {
                @Override
                public void await() {}

                @Override
                public void requestProgress() {
                    listener.accept(new WatchResponse(HEADER, List.of(), false, false, 0, ""));
                }

                @Override
                public void close() {
                    closed.add(key.text());
                }
            };
        }
    }
}
