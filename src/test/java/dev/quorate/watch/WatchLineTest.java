package dev.quorate.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.command.CommandSpec;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.failure.OperatorException;
import dev.quorate.testing.Lines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchLineTest {

    private static final CommandSpec WATCH = WatchLine.declaration().runs(line -> {});

    @Test
    void watchesKeysRangesAndPrefixes() {
        assertThat(watch("watch a").request())
                .isEqualTo(new WatchRequest(KeyRange.single(Bytes.of("a")), 0, false, false));
        assertThat(watch("watch a c").request().range()).isEqualTo(KeyRange.between(Bytes.of("a"), Bytes.of("c")));
        assertThat(watch("watch --prefix a").request().range()).isEqualTo(KeyRange.prefix(Bytes.of("a")));
    }

    @Test
    void passesEveryFlagOn() {
        assertThat(watch("watch a --rev 5 --prev-kv --progress-notify").request())
                .isEqualTo(new WatchRequest(KeyRange.single(Bytes.of("a")), 5, true, true));
    }

    @Test
    void takesACommandBehindTheDashes() {
        WatchLine line = watch("watch a c --rev 5 -- echo --rev a");

        assertThat(line.keys()).containsExactly("a", "c");
        assertThat(line.command()).containsExactly("echo", "--rev", "a");
    }

    @Test
    void takesTheKeysFromTheEnvironment() {
        Map<String, String> environment = Map.of("ETCDCTL_WATCH_KEY", "a", "ETCDCTL_WATCH_RANGE_END", "c");

        WatchLine line = watch("watch -- echo", environment);

        assertThat(line.keys()).containsExactly("a", "c");
        assertThat(line.command()).containsExactly("echo");
        assertThatThrownBy(() -> watch("watch b", environment))
                .hasMessage("the line names a key and so does ETCDCTL_WATCH_KEY");
    }

    @Test
    void refusesARangeEndAloneInTheEnvironment() {
        assertThatThrownBy(() -> watch("watch a", Map.of("ETCDCTL_WATCH_RANGE_END", "c")))
                .hasMessage("ETCDCTL_WATCH_RANGE_END is set but ETCDCTL_WATCH_KEY is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch", "watch a b --prefix", "watch a b c", "watch -- echo", "watch a --rev x"})
    void refusesWhatEtcdctlRefusesAndSurplusWords(String line) {
        assertThatThrownBy(() -> watch(line)).isInstanceOf(OperatorException.class);
    }

    private static WatchLine watch(String line) {
        return watch(line, Map.of());
    }

    private static WatchLine watch(String line, Map<String, String> environment) {
        return WatchLine.of(Lines.bind(List.of(WATCH), List.of(line.split(" "))), environment);
    }
}
