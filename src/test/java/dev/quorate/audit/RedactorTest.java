package dev.quorate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

    @ParameterizedTest
    @CsvSource({
        "get k --password s, get k --password ***",
        "get k --password=s, get k --password=***",
        "get k --user root:s, get k --user root:***",
        "get k --user=root:s, get k --user=root:***",
        "get k --user root, get k --user root",
        "user add ann:s, user add ann:***",
        "user add --interactive=false ann:s, user add --interactive=false ann:***",
        "user add --interactive ann:s, user add --interactive ann:***",
        "us a ann:s, us a ann:***",
        "user --endpoints h:1 add -w json ann:s, user --endpoints h:1 add -w json ann:***",
        "every 5 user add ann:s, every 5 user add ann:***",
        "user --user root:x add ann:s, user --user root:*** add ann:***",
        "user add ann s, user add ann ***",
        "user add ann:s t, user add ann:*** ***",
        "user passwd ann s --endpoints h:1, user passwd ann *** --endpoints h:1",
        "user add -- ann:s, user add -- ann:***",
        "user get ann:b, user get ann:b",
        "user grant-role ann app, user grant-role ann app",
        "user add ann --new-user-password s, user add ann --new-user-password ***",
        "user add ann --no-password x, user add ann --no-password ***",
        "pki init --passphrase s, pki init --passphrase ***",
        "make-mirror h --dest-user a:s --dest-password s, make-mirror h --dest-user a:*** --dest-password ***",
        "connect https://root:s@h:2379, connect https://root:***@h:2379",
        "connect https://h:2379 user@x, connect https://h:2379 user@x",
        "put a:b c:d, put a:b c:d",
        "get k --password, get k --password"
    })
    void hidesSecretsAndNothingElse(String line, String shown) {
        assertThat(Redactor.redact(List.of(line.split(" ")))).containsExactly(shown.split(" "));
    }
}
