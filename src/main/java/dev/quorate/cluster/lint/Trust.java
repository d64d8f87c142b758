package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec.Source;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How hosts are reached, and what is taken from this machine. */
final class Trust implements Rule {

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        ssh("ssh", spec.ssh(), advice);
        for (int index = 0; index < spec.members().size(); index++) {
            NodeSpec member = spec.members().get(index);
            ssh("members[" + index + "].ssh", member.ssh(), advice);
        }
        if (spec.etcd().source() instanceof Source.File file) {
            programs(file, advice);
        }
        spec.certificates()
                .authority()
                .source()
                .ifPresent(file -> present("certificates.authority.import", file, advice));
    }

    private static void ssh(String path, SshSpec ssh, Advice advice) {
        if (ssh.acceptNew().orElse(false)) {
            advice.warning(
                    path + ".accept-new",
                    "host keys are taken unseen the first time: whoever sits between could be the host",
                    "leave it out and compare fingerprints once: host trust");
        }
        for (Path identity : ssh.identities()) {
            present(path + ".identity", identity, advice);
        }
    }

    /** Which architectures the hosts have is not known yet: one file must be there. */
    private static void programs(Source.File source, Advice advice) {
        if (Stream.of("amd64", "arm64", "ppc64le", "s390x").map(source::of).noneMatch(Files::exists)) {
            present("etcd.source", source.path(), advice);
        }
    }

    private static void present(String path, Path file, Advice advice) {
        if (!Files.exists(file)) {
            advice.blocker(path, "there is no " + file + " on this machine", "mend the path");
        }
    }
}
