package dev.quorate.provision.step;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Newcomer;
import dev.quorate.provision.Node;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeHost;
import dev.quorate.time.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A cluster of three that lives, and members that a file names. */
final class LivingMembers {

    private LivingMembers() {}

    static FakeCluster three() {
        return new FakeCluster("http://e1", "http://e2", "http://e3")
                .member(1, "etcd1", "http://e1")
                .member(2, "etcd2", "http://e2")
                .member(3, "etcd3", "http://e3")
                .answering("http://e1", 1, 1, 100)
                .answering("http://e2", 2, 1, 100)
                .answering("http://e3", 3, 1, 100);
    }

    static LiveCluster living(FakeCluster cluster) {
        EtcdSettings settings = new EtcdSettings(
                List.of(new Endpoint("http://e1")),
                EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
        Patience patience = new Patience(duration -> {}, Duration.ofSeconds(1), Duration.ofMillis(250));
        return new LiveCluster("prod", _ -> cluster, settings, patience);
    }

    static List<Newcomer> newcomers(String... names) {
        return Stream.of(names)
                .map(name -> newcomer(new FakeHost(name), name, "http://peer" + name.charAt(4) + ":2380", 3, 5))
                .toList();
    }

    static Newcomer newcomer(FakeHost host, String name, String peerUrl, int major, int minor) {
        NodeSettings settings = NodeSettings.NONE
                .with(Setting.NAME, name)
                .with(Setting.DATA_DIR, Path.of("/var/lib/etcd"))
                .with(Setting.INITIAL_ADVERTISE_PEER_URLS, peerUrl);
        return new Newcomer(new Node(
                name,
                host,
                "etcd",
                new Node.Program(Path.of("/usr/bin/etcd"), new EtcdVersion(major, minor, 10)),
                new Node.Configuration(ConfigurationForm.YAML_FILE, Path.of("/etc/etcd/etcd.yaml"), settings),
                Optional.empty(),
                false));
    }
}
