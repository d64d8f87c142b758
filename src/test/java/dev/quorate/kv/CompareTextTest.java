package dev.quorate.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Compare;
import dev.quorate.etcd.Compare.NumberTarget;
import dev.quorate.etcd.Compare.Operator;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and what is refused was tried with etcdctl 3.5.30. */
class CompareTextTest {

    @ParameterizedTest
    @CsvSource({
        "ver, VERSION",
        "version, VERSION",
        "c, CREATE",
        "create, CREATE",
        "m, MODIFY",
        "mod, MODIFY",
        "lease, LEASE"
    })
    void comparesNumbers(String target, NumberTarget meant) {
        assertThat(CompareText.parse(target + "(\"k\") = \"7\""))
                .isEqualTo(new Compare.OfNumber(Bytes.of("k"), Operator.EQUAL, meant, 7));
    }

    @ParameterizedTest
    @CsvSource({"=, EQUAL", "!=, NOT_EQUAL", ">, GREATER", "<, LESS"})
    void comparesValues(String word, Operator meant) {
        assertThat(CompareText.parse("value(\"a \\\"k\") " + word + "   \"v\\n\" and more"))
                .isEqualTo(new Compare.OfValue(Bytes.of("a \"k"), meant, Bytes.of("v\n")));
    }

    @Test
    void readsLeasesInHexadecimal() {
        assertThat(CompareText.parse("lease(\"k\") = \"7c\""))
                .isEqualTo(new Compare.OfNumber(Bytes.of("k"), Operator.EQUAL, NumberTarget.LEASE, 0x7c));
    }

    @Test
    void readsBackquotesWithoutEscapes() {
        assertThat(CompareText.parse("val(`a\\n`) = `\"`"))
                .isEqualTo(new Compare.OfValue(Bytes.of("a\\n"), Operator.EQUAL, Bytes.of("\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ver",
                "ver(k) = \"1\"",
                "ver(\"k\" = \"1\"",
                "ver(\"k\" ) = \"1\"",
                "ver(\"k\")= \"1\"",
                "ver(\"k\") =\"1\"",
                "ver(\"k\") == \"1\"",
                "ver(\"k\") >= \"1\"",
                "ver(\"k\") = 1",
                "ver(\"k\") = \"x\"",
                "ver(\"k\") = \"1",
                "ver(\"k\") =",
                "ver(\"k\")",
                "ver(\"\\q\") = \"1\"",
                "Ver(\"k\") = \"1\"",
                " ver (\"k\") = \"1\""
            })
    void refusesWhatEtcdctlRefuses(String line) {
        assertThatThrownBy(() -> CompareText.parse(line)).isInstanceOfSatisfying(OperatorException.class, thrown -> {
            assertThat(thrown.failure().what()).startsWith("malformed comparison: " + line);
            assertThat(thrown.failure().exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        });
    }
}
