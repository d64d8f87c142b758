package dev.quorate.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Values;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Operation;
import dev.quorate.testing.Lines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorRequestTest {

    @ParameterizedTest
    @CsvSource({
        "make-mirror there, key, key",
        "make-mirror there --prefix=app/, app/key, app/key",
        "make-mirror there --prefix=app/ --rev=7, app/key, app/key",
        "make-mirror there --prefix=app/ --dest-prefix=copy/, app/app/key, copy/app/key",
        "make-mirror there --prefix=app/ --no-dest-prefix, app/key, key",
        "make-mirror there --dest-prefix=copy/, key, copy/key",
    })
    void renamesKeysAsEtcdctlDoes(String line, String key, String there) {
        MirrorRequest request = MirrorLine.request(bound(line));

        assertThat(request.renamed(Bytes.of(key))).isEqualTo(Bytes.of(there));
    }

    @ParameterizedTest
    @CsvSource({
        "make-mirror there, true",
        "make-mirror there --prefix=app/, true",
        "make-mirror there --prefix=app/ --dest-prefix=app/copy/, true",
        "make-mirror there --dest-prefix=copy/, true",
        "make-mirror there --prefix=app/ --dest-prefix=copy/, false",
        "make-mirror there --prefix=app/ --no-dest-prefix, false",
    })
    void knowsWhenItWouldMirrorItsOwnWrites(String line, boolean meets) {
        assertThat(MirrorLine.request(bound(line)).meetsItself()).isEqualTo(meets);
    }

    @Test
    void copiesUnlessItIsToGoOn() {
        assertThat(MirrorLine.request(bound("make-mirror there")).copies()).isTrue();
        assertThat(MirrorLine.request(bound("make-mirror there --rev=1")).copies())
                .isTrue();
        assertThat(MirrorLine.request(bound("make-mirror there --rev=2")).copies())
                .isFalse();
    }

    @Test
    void refusesAContradiction() {
        Values line = bound("make-mirror there --dest-prefix=a --no-dest-prefix");

        assertThatThrownBy(() -> MirrorLine.request(line)).hasMessageContaining("contradict each other");
    }

    @Test
    void fillsTransactionsByNumberAndBySize() {
        Bytes large = Bytes.wrap(new byte[400_000]);
        Batch batch = new Batch(3);
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Bytes value = i < 5 ? large : Bytes.EMPTY;
            if (batch.fullFor(value.length())) {
                sizes.add(batch.take().size());
            }
            batch.put(Bytes.of("key" + i), value);
        }
        batch.delete(Bytes.of("gone"));
        List<Operation> last = batch.take();

        assertThat(sizes).containsExactly(2, 2, 3);
        assertThat(last).hasSize(3).last().isInstanceOf(Operation.Delete.class);
        assertThat(batch.isEmpty()).isTrue();
    }

    private static Values bound(String line) {
        CommandSpec spec = MirrorLine.declaration().runs(ignored -> {});
        return Lines.bind(List.of(spec), List.of(line.split(" ")));
    }
}
