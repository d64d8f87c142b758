package dev.quorate.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Values;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Compare;
import dev.quorate.etcd.Compare.NumberTarget;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeRequest.ModificationBounds;
import dev.quorate.etcd.RangeRequest.SortOrder;
import dev.quorate.etcd.RangeRequest.SortTarget;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.view.RangeView;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words become requests, or are refused before there is one. */
class KvLinesTest {

    private static final CommandSpec GET = GetLine.declaration().runs(line -> {});
    private static final CommandSpec PUT = PutLine.declaration().runs(line -> {});
    private static final CommandSpec DELETE = DeleteLine.declaration().runs(line -> {});
    private static final CommandSpec TXN = CommandSpec.named("txn", "Runs").runs(line -> {});

    @Test
    void getsOneKey() {
        assertThat(get("get foo")).isEqualTo(RangeRequest.of(KeyRange.single(Bytes.of("foo"))));
    }

    @Test
    void getsRanges() {
        assertThat(get("get a c").range()).isEqualTo(KeyRange.between(Bytes.of("a"), Bytes.of("c")));
        assertThat(get("get a --prefix").range()).isEqualTo(KeyRange.between(Bytes.of("a"), Bytes.of("b")));
        assertThat(get("get --from-key a").range()).isEqualTo(KeyRange.from(Bytes.of("a")));
        assertThat(GetLine.request(Lines.bind(List.of(GET), List.of("get", "", "--prefix")))
                        .range())
                .isEqualTo(KeyRange.all());
    }

    @Test
    void passesEveryFlagOn() {
        RangeRequest request = get("get a --limit 3 --rev 7 --sort-by=value --order descend --consistency=s --keys-only"
                + " --min-mod-rev 1 --max-mod-rev 2 --min-create-rev 3 --max-create-rev 4");

        assertThat(request)
                .isEqualTo(new RangeRequest(
                        KeyRange.single(Bytes.of("a")),
                        3,
                        7,
                        SortTarget.VALUE,
                        SortOrder.DESCEND,
                        true,
                        true,
                        false,
                        new ModificationBounds(1, 2, 3, 4)));
    }

    @Test
    void asksForNoSortWhereKeysComeSortedAnyhow() {
        assertThat(get("get a --order ASCEND").sortOrder()).isEqualTo(SortOrder.NONE);
        assertThat(get("get a --order ASCEND --sort-by MODIFY").sortOrder()).isEqualTo(SortOrder.ASCEND);
    }

    @Test
    void passesOverNegativeRevisionAndLimitAsEtcdctlDoes() {
        assertThat(get("get a --rev=-1 --limit=-1")).isEqualTo(get("get a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get", "get a --prefix --from-key", "get a --keys-only --count-only", "get a b --prefix",
                "get a b --from-key", "get a --order sideways", "get a --sort-by color", "get a --consistency x",
                "get a --limit many", "get a b c", "get a --unknown"
            })
    void refusesContradictionsAndUnknownWords(String line) {
        assertThatThrownBy(() -> get(line)).isInstanceOf(OperatorException.class);
    }

    @Test
    void refusesBareValuesInOtherFormats() {
        Values line = bind("get a --print-value-only");

        assertThat(GetLine.lines(line, OutputFormat.SIMPLE)).isEqualTo(RangeView.Lines.VALUES);
        assertThatThrownBy(() -> GetLine.lines(line, OutputFormat.JSON))
                .hasMessage("--print-value-only is for the simple format");
    }

    @Test
    void putsTheValueOfTheLineOrOfTheInput() {
        assertThat(put("put k v", "")).isEqualTo(PutRequest.of(Bytes.of("k"), Bytes.of("v")));
        assertThat(put("put k", "from\ninput\n").value()).isEqualTo(Bytes.of("from\ninput\n"));
        assertThat(put("put k -- -v", "").value()).isEqualTo(Bytes.of("-v"));
    }

    @Test
    void passesTheFlagsOfPutOn() {
        assertThat(put("put k --lease 7c --prev-kv --ignore-value", "unread"))
                .isEqualTo(new PutRequest(Bytes.of("k"), Bytes.EMPTY, 0x7c, true, true, false));
        assertThat(put("put k v --ignore-lease", "").ignoreLease()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "put",
                "put k",
                "put k v --ignore-value",
                "put k v --lease xyz",
                "put k v w",
                "put k v --ttl 5 --lease 7c"
            })
    void refusesWhatPutCannotMean(String line) {
        assertThatThrownBy(() -> put(line, "")).isInstanceOf(OperatorException.class);
    }

    @Test
    void deletesRangesAndKnowsWhenNobodySaidSo() {
        assertThat(DeleteLine.request(bind("del a c --prev-kv")))
                .isEqualTo(new DeleteRequest(KeyRange.between(Bytes.of("a"), Bytes.of("c")), true));
        assertThat(DeleteLine.rangeUnsaid(bind("del a c"))).isTrue();
        assertThat(DeleteLine.rangeUnsaid(bind("del a c --range"))).isFalse();
        assertThat(DeleteLine.rangeUnsaid(bind("del a --prefix"))).isFalse();
    }

    @Test
    void readsATransaction() {
        var line =
                txn("ver(\"k\") > \"0\"", "", "put k \"a b\" --prev-kv", "get 'k' --limit 2", "", "del k --prefix", "");

        TxnRequest request = new TxnInput(line, name -> {}).read();

        assertThat(request.compares())
                .containsExactly(
                        new Compare.OfNumber(Bytes.of("k"), Compare.Operator.GREATER, NumberTarget.VERSION, 0));
        assertThat(request.success())
                .containsExactly(
                        new Operation.Put(new PutRequest(Bytes.of("k"), Bytes.of("a b"), 0, true, false, false)),
                        new Operation.Range(get("get k --limit 2")));
        assertThat(request.failure())
                .containsExactly(new Operation.Delete(new DeleteRequest(KeyRange.prefix(Bytes.of("k")), false)));
    }

    @Test
    void namesTheSectionsBeforeTheyAreRead() {
        List<String> names = new ArrayList<>();

        new TxnInput(txn("", "", ""), names::add).read();

        assertThat(names)
                .containsExactly("compares:", "success requests (get, put, del):", "failure requests (get, put, del):");
    }

    @ParameterizedTest
    @ValueSource(strings = {"put", "put k", "get", "watch k", "lease list", "put k v --nope", "put k \"\\q\""})
    void refusesWhatIsNoRequest(String request) {
        var input = new TxnInput(txn("", request, "", ""), name -> {});

        assertThatThrownBy(input::read).isInstanceOf(OperatorException.class);
    }

    @Test
    void refusesATransactionThatEndsEarly() {
        assertThatThrownBy(() -> new TxnInput(txn("", "put k v", ""), name -> {}).read())
                .isInstanceOfSatisfying(
                        OperatorException.class,
                        thrown -> assertThat(thrown.failure().exitCode()).isEqualTo(ExitCode.INVALID_INPUT));
    }

    private static RangeRequest get(String line) {
        return GetLine.request(bind(line));
    }

    private static PutRequest put(String line, String input) {
        return PutLine.request(bind(line), () -> Bytes.of(input));
    }

    private static Values bind(String line) {
        return Lines.bind(List.of(GET, PUT, DELETE), List.of(line.split(" ")));
    }

    private static FakeInvocation txn(String... typed) {
        return new FakeInvocation(Lines.bind(List.of(TXN), List.of("txn")), OutputFormat.SIMPLE).typing(typed);
    }
}
