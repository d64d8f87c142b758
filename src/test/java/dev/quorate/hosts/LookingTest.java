package dev.quorate.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookingTest {

    @ParameterizedTest
    @ValueSource(strings = {"uptime", "df -h", " cat /etc/hostname", "systemctl status etcd", "date", "ss -tlnp"})
    void knowsWhatCertainlyOnlyLooks(String line) {
        assertThat(Looking.only(List.of(line))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /var/lib/etcd",
                "cat /etc/hostname; reboot",
                "cat /etc/hostname >/etc/motd",
                "cat $(reboot)",
                "cat `reboot`",
                "uptime\nreboot",
                "date -s 2001-01-01",
                "hostname etcd9",
                "systemctl restart etcd",
                "systemctl",
                "ss -K",
                "journalctl --vacuum-size=1M",
                "find / -delete",
                "sleep 1",
                ""
            })
    void asksForEverythingElse(String line) {
        assertThat(Looking.only(List.of(line))).isFalse();
    }

    @Test
    void severalWordsAreAProgramAndItsArguments() {
        assertThat(Looking.only(List.of("cat", "a;b"))).isTrue();
        assertThat(Looking.only(List.of("sh", "-c", "uptime"))).isFalse();
        assertThat(new HostCommandLine(List.of("cat", "a b")).command().line()).isEqualTo("cat 'a b'");
        assertThat(new HostCommandLine(List.of("cat a | wc")).command().line()).isEqualTo("sh -c 'cat a | wc'");
    }
}
