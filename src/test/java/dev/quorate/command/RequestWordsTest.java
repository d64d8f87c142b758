package dev.quorate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestWordsTest {

    @Test
    void splitsAtBlanks() {
        assertThat(RequestWords.split("  put a\tb  --prev-kv ")).containsExactly("put", "a", "b", "--prev-kv");
    }

    @Test
    void takesQuotesAtTheBeginningOfAWordOnly() {
        assertThat(RequestWords.split("put 'a \"b' \"c 'd\" e\"f \"\""))
                .containsExactly("put", "a \"b", "c 'd", "e\"f", "");
    }

    @Test
    void passesOverAQuoteThatDoesNotEndAsEtcdctlDoes() {
        assertThat(RequestWords.split("put \"a b")).containsExactly("put", "a", "b");
    }

    @Test
    void readsGoEscapesInDoubleQuotes() {
        assertThat(RequestWords.split("put \"a\\n\\\"b\\x41\" 'c\\n'")).containsExactly("put", "a\n\"bA", "c\\n");
    }

    @Test
    void carriesBytesThatAreNoText() {
        assertThat(RequestWords.split("put k \"\\xff\"")).containsExactly("put", "k", "\udcff");
    }

    @Test
    void refusesAnUnknownEscape() {
        assertThatThrownBy(() -> RequestWords.split("put k \"\\q\"")).hasMessage("bad escape in \"\\q\"");
    }
}
