package dev.quorate.testing.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestHostsIT {

    @Test
    void bootsHostsThatKnowEachOtherAndCanBeCutOff() {
        TestHosts hosts = TestHosts.up(2);

        assertThat(hosts.run("etcd1", "systemctl", "is-active", "ssh")).startsWith("active");
        assertThat(hosts.run("etcd1", "ping", "-c1", "-W2", "etcd2")).contains("1 received");

        hosts.cut("etcd2");

        assertThatThrownBy(() -> hosts.run("etcd1", "ping", "-c1", "-W1", "etcd2"))
                .hasMessageContaining("0 received");
        assertThat(hosts.run("etcd2", "hostname").strip()).isEqualTo("etcd2");
        hosts.mend("etcd2");
    }

    @Test
    void keepsTheDiskOfAHostThatLostItsPowerAndForgetsThatOfOneReset() {
        TestHosts hosts = TestHosts.up(1);
        hosts.run("etcd1", "sh", "-c", "echo there >/var/lib/mark; sync");

        hosts.powerOff("etcd1");
        hosts.powerOn("etcd1");

        assertThat(hosts.run("etcd1", "cat", "/var/lib/mark")).isEqualTo("there\n");

        hosts.reset("etcd1");

        assertThat(hosts.run("etcd1", "sh", "-c", "ls /var/lib/mark || true")).contains("No such file");
    }
}
