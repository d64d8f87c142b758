package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get a --password hunter2 | get a --password ***",
                "get a --password=hunter2 --hex | get a --password=*** --hex",
                "--user root:hunter2 get a | --user root:*** get a",
                "get a --user=root:hunter2 | get a --user=root:***",
                "user add ann --new-user-password hunter2 | user add ann --new-user-password ***",
                "user add ann:hunter2 | user add ann:***",
                "set password hunter2 | set password ***",
                "set user root:hunter2 | set user root:***",
                "connect h:1 --password \"a b\" --save x | connect h:1 --password *** --save x",
                "ETCDCTL_PASSWORD=hunter2 etcdctl get a | ETCDCTL_PASSWORD=*** etcdctl get a",
                "get a; user add ann:hunter2 | get a; user add ann:***",
                "get a; get b --password x; get c | get a; get b --password ***; get c",
            })
    void blotsSecretsOut(String typed, String kept) {
        assertThat(SafeText.of(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get a",
                "get a --user root",
                "connect h:1 --password-file secrets/pw",
                "put password hunter",
                "put k 'a:b'",
                "role add secret-keeper",
            })
    void leavesOtherLinesAlone(String line) {
        assertThat(SafeText.of(line)).isEqualTo(line);
    }

    @Test
    void blotsALineThatIsNotFinished() {
        assertThat(SafeText.of("get a --password 'hunter")).isEqualTo("get a --password ***");
    }
}
