package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.Program.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fingers remember of etcdctl 2 and of other tools is run as what it means today, or refused with today's command. */
class OldSpellingsTest {

    /** Nothing listens there: a line that is understood fails to connect, and no sooner. */
    private static final String NOWHERE = "127.0.0.1:1";

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete k        | delete is \"del\" here",
                "rm k            | rm is \"del\" here",
                "mk k v          | mk is \"put\" here",
                "ls              | ls is \"get --prefix --keys-only\" here",
                "ls /a           | ls is \"get --prefix --keys-only\" here",
                "cluster-health  | cluster-health is \"endpoint health --cluster\" here",
                "member-list     | member-list is \"member list\" here",
                "endpoint-status | endpoint-status is \"endpoint status\" here",
                "etcdctl get k   | etcdctl need not be typed here",
                "compact 3       | ",
                "mem li          | ",
            })
    void runsWithARemark(String line, String remark) {
        Result result = run(line);

        assertThat(result.error()).last().asString().doesNotContain("unknown command");
        assertThat(result.error()).anyMatch(told -> told.contains(NOWHERE));
        if (remark != null) {
            assertThat(result.error()).first().isEqualTo(remark);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mkdir /a        | etcd has no directories: put the keys themselves",
                "rmdir /a        | etcd has no directories: del PREFIX --prefix deletes what is under a prefix",
                "setdir /a       | etcd has no directories: put the keys themselves",
                "updatedir /a    | etcd has no directories: lease keep-alive prolongs keys that expire",
                "update k v      | put KEY VALUE writes a key, new or not",
                "exec-watch k    | watch KEY -- COMMAND runs a command for each event",
                "set k v         | to write a key: put KEY VALUE",
                "migrate         | etcd 3.5 and newer keep no keys of version 2; etcdctl 3.4 migrates them",
                "gte k           | did you mean get?",
            })
    void isRefusedWithTodaysCommand(String line, String hint) {
        Result result = run(line);

        assertThat(result.status()).isEqualTo(128);
        assertThat(result.output()).isEmpty();
        assertThat(result.error()).contains("Hint: " + hint);
    }

    private Result run(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" +")));
        return new Program(home)
                .with("ETCDCTL_ENDPOINTS", NOWHERE)
                .with("ETCDCTL_DIAL_TIMEOUT", "500ms")
                .with("ETCDCTL_COMMAND_TIMEOUT", "1s")
                .run(words.toArray(String[]::new));
    }
}
