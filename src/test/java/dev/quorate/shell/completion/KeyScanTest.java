package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScanTest {

    private final FakeKeys keys = new FakeKeys();
    private final List<List<Proposal>> told = new ArrayList<>();

    @Test
    void goesUpToTheNextSlash() {
        keys.add("/registry/pods/a", "/registry/pods/b", "/registry/podtemplates/c", "/registry/services/d", "other");

        assertThat(scan("/registry/po"))
                .isEqualTo(Proposals.all(
                        List.of(Proposal.part("/registry/pods/"), Proposal.part("/registry/podtemplates/"))));
    }

    @Test
    void aKeyIsWholeAndADirectoryIsNot() {
        keys.add("/a", "/a/b", "/a/c");

        assertThat(scan("/a").list()).containsExactly(Proposal.of("/a"), Proposal.part("/a/"));
    }

    @Test
    void nothingTypedMeansEverything() {
        keys.add("/registry/a", "plain");

        assertThat(scan("").list()).containsExactly(Proposal.part("/"), Proposal.of("plain"));
    }

    @Test
    void jumpsOverDirectoriesInsteadOfReadingThem() {
        fill("/registry/events/", 5000);
        fill("/registry/pods/", 5000);
        keys.add("/registry/services/x");

        Proposals found = scan("/registry/");

        assertThat(values(found)).containsExactly("/registry/events/", "/registry/pods/", "/registry/services/");
        assertThat(keys.calls).isLessThanOrEqualTo(4);
    }

    @Test
    void keysThatAreKnownSaveCountingTheBigDirectoriesTheyAreIn() {
        fill("/registry/pods/", 100_000);
        for (String name : List.of("poddisruptionbudgets", "podpresets", "podtemplates", "policies")) {
            keys.add("/registry/" + name + "/x");
        }

        Proposals found = new KeyScan(keys, Bytes.of("/registry/po"), told::add)
                .run(List.of(Bytes.of("/registry/pods/0000001"), Bytes.of("/elsewhere")));

        assertThat(values(found))
                .containsExactly(
                        "/registry/poddisruptionbudgets/",
                        "/registry/podpresets/",
                        "/registry/pods/",
                        "/registry/podtemplates/",
                        "/registry/policies/");
        assertThat(keys.counted).isLessThan(20);
        assertThat(keys.calls).isLessThan(40);
    }

    @Test
    void aBigDirectoryIsNotCountedAgainForEachOfItsNeighbours() {
        fill("/x/s/", 100_000);
        for (char letter = 'a'; letter < 'q'; letter++) {
            keys.add("/x/" + letter + "/1");
        }

        Proposals found = scan("/x/");

        assertThat(found.list()).hasSize(17);
        assertThat(found.all()).isTrue();
        assertThat(keys.counted).isLessThan(250_000);
    }

    @Test
    void saysWhenThereIsMoreThanItTells() {
        fill("flat-", 10_000);

        Proposals found = scan("fl");

        assertThat(found.all()).isFalse();
        assertThat(found.list()).hasSizeBetween(100, 140);
        assertThat(keys.calls).isLessThanOrEqualTo(40);
    }

    @Test
    void namesThatCannotBeTypedAreLeftOut() {
        keys.add("a/\u001b[31m", "a/b").addBytes(new byte[] {'a', '/', (byte) 0xff, (byte) 0xfe});

        assertThat(values(scan("a/"))).containsExactly("a/b");
    }

    @Test
    void tellsWhatItHasBeforeItHasAll() {
        fill("/a/", 50);
        fill("/b/", 50);

        scan("/");

        assertThat(told).hasSizeGreaterThan(1);
        assertThat(told.getFirst()).containsExactly(Proposal.part("/a/"));
    }

    private Proposals scan(String typed) {
        return new KeyScan(keys, Bytes.of(typed), told::add).run(List.of());
    }

    private void fill(String prefix, int count) {
        for (int number = 0; number < count; number++) {
            keys.add(prefix + String.format("%07d", number));
        }
    }

    private static List<String> values(Proposals found) {
        return found.list().stream().map(Proposal::value).toList();
    }
}
