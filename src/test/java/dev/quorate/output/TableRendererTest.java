package dev.quorate.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableRendererTest {

    @Test
    void drawsAsEtcdctlDoes() {
        var table = new Table(
                List.of("ID", "Status", "Name", "Peer Addrs"),
                List.of(
                        List.of("2e1259d57b5c6440", "started", "e1", "http://127.0.0.1:23800"),
                        List.of("1", "unstarted", "", "http://127.0.0.1:23801")));

        assertThat(Written.table(table, Surface.PIPE)).isEqualTo("""
                        +------------------+-----------+------+------------------------+
                        |        ID        |  STATUS   | NAME |       PEER ADDRS       |
                        +------------------+-----------+------+------------------------+
                        | 2e1259d57b5c6440 |   started |   e1 | http://127.0.0.1:23800 |
                        |                1 | unstarted |      | http://127.0.0.1:23801 |
                        +------------------+-----------+------+------------------------+
                        """);
    }

    @Test
    void fillsLongTextAsEtcdctlDoes() {
        var table = new Table(
                List.of("endpoint", "errors"),
                List.of(List.of("127.0.0.1:2379", "memberID:3319814642761637952 alarm:NOSPACE ")));

        assertThat(Written.table(table, Surface.PIPE)).isEqualTo("""
                        +----------------+------------------------------+
                        |    ENDPOINT    |            ERRORS            |
                        +----------------+------------------------------+
                        | 127.0.0.1:2379 | memberID:3319814642761637952 |
                        |                |                alarm:NOSPACE |
                        +----------------+------------------------------+
                        """);
    }

    @Test
    void drawsHeadingsOnlyWhereThereAreNoRows() {
        assertThat(Written.table(new Table(List.of("endpoint", "hash"), List.of()), Surface.PIPE))
                .isEqualTo("""
                        +----------+------+
                        | ENDPOINT | HASH |
                        +----------+------+
                        +----------+------+
                        """);
    }

    @Test
    void fitsTheTerminalByNarrowingTheWidestColumn() {
        var table = Table.leftAligned(
                List.of("name", "urls"), List.of(List.of("etcd1", "http://10.0.0.1:2379,http://10.0.0.2:2379")));

        assertThat(Written.table(table, Surface.terminal(34))).isEqualTo("""
                        +-------+------------------------+
                        | NAME  |          URLS          |
                        +-------+------------------------+
                        | etcd1 | http://10.0.0.1:2379,  |
                        |       | http://10.0.0.2:2379   |
                        +-------+------------------------+
                        """);
    }

    @Test
    void writesACellALineAndNoEmptyOnesWhereTheTerminalIsTooNarrowForColumns() {
        var table = Table.leftAligned(
                        List.of("name", "endpoint", "db size"),
                        List.of(List.of("etcd1", "127.0.0.1:2479", "20 kB"), List.of("etcd2", "a text of words", "")))
                .withCaption("quorum: 2 of 3");

        assertThat(Written.table(table, Surface.terminal(20))).isEqualTo("""
                        NAME      etcd1
                        ENDPOINT  127.0.0.1:
                                  2479
                        DB SIZE   20 kB

                        NAME      etcd2
                        ENDPOINT  a text of
                                  words

                        quorum: 2 of 3
                        """);
    }

    @Test
    void countsWideAndCombiningCharactersAsTheTerminalShowsThem() {
        var table = Table.leftAligned(List.of("k", "v"), List.of(List.of("網", "e\u0301"), List.of("ab", "👍")));

        assertThat(Written.table(table, Surface.terminal(80))).isEqualTo("""
                        +----+----+
                        | K  | V  |
                        +----+----+
                        | 網 | e\u0301  |
                        | ab | 👍 |
                        +----+----+
                        """);
    }

    @Test
    void showsControlCharactersInsteadOfSendingThem() {
        var table = Table.leftAligned(List.of("v"), List.of(List.of("\u001b[2J\u202eok\r")));

        assertThat(Written.table(table, Surface.terminal(80))).contains("| \\x1b[2J\\u202eok\\x0d |");
    }

    @Test
    void cutsAValueThatWouldFillTheScreen() {
        var table = Table.leftAligned(List.of("v"), List.of(List.of("x".repeat(1_000_000))));

        String[] lines = Written.table(table, Surface.terminal(24)).split("\n");

        assertThat(lines).hasSize(16);
        assertThat(lines[14]).isEqualTo("| …                    |");
    }

    @Test
    void fitsLateRowsToTheWidthsOfTheFirst() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rows.add(List.of("abcdef"));
        }
        rows.add(List.of("abcdefghij"));

        assertThat(Written.table(Table.leftAligned(List.of("v"), rows), Surface.PIPE))
                .endsWith("| abcdef |\n| ghij   |\n+--------+\n");
    }
}
