package dev.quorate.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private final List<String> notes = new ArrayList<>();

    @Test
    void gathersEverythingGravestFirst() throws Exception {
        Preflight preflight = Preflight.of(
                () -> List.of(Finding.note("n", "read"), Finding.warning("w", "think")),
                () -> List.of(Finding.blocker("b", "mend")));

        assertThat(preflight.findings()).extracting(Finding::message).containsExactly("b", "w", "n");
    }

    @Test
    void tellsWhatDoesNotBlock() throws Exception {
        Preflight.of(() -> List.of(Finding.warning("the clock is 3 s behind", "start chrony")), List::of)
                .pass(notes::add);

        assertThat(notes).containsExactly("warning: the clock is 3 s behind (start chrony)");
    }

    @Test
    void refusesWithAllThatBlocksAndEachRemedyOnce() {
        Preflight preflight = Preflight.of(
                () -> List.of(Finding.blocker("etcd1 is down", "start it")),
                () -> List.of(Finding.blocker("etcd2 is down", "start it"), Finding.note("n", "read")));

        assertThatThrownBy(() -> preflight.pass(notes::add))
                .hasMessage("etcd1 is down\n  and etcd2 is down")
                .extracting("failure.hint")
                .isEqualTo("start it");
        assertThat(notes).isEmpty();
    }
}
