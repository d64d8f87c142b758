package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ServiceSpec;
import java.nio.file.Path;
import java.util.List;

/** The unit and its account. */
final class Service implements Rule {

    private static final int FEW_FILES = 4096;

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        ServiceSpec service = spec.service();
        if (service.account().user().equals("root")) {
            advice.warning(
                    "service.user", "etcd runs as root, which it never needs", "give it an account of its own: etcd");
        }
        if (service.account().shell().equals(Path.of("/bin/nologin"))) {
            advice.warning(
                    "service.shell", "few systems have a /bin/nologin", "write /usr/sbin/nologin or /sbin/nologin");
        }
        if (service.restart().policy().equals("no")) {
            advice.warning("service.restart", "a member that crashed stays down", "write on-failure");
        }
        if (service.after().equals(List.of("network.target"))) {
            advice.note(
                    "service.after",
                    "network.target is reached before the network is up",
                    "write network-online.target");
        }
        if (service.openFiles().isPresent() && service.openFiles().getAsInt() < FEW_FILES) {
            advice.warning(
                    "service.open-files",
                    service.openFiles().getAsInt() + " open files are few: each client takes one",
                    "write 65536");
        }
        if (!service.file().endsWith(service.unit())) {
            advice.blocker(
                    "service.file",
                    "systemd knows a unit by its file: " + service.file().getFileName() + " is not " + service.unit(),
                    "let the file be called " + service.unit());
        }
    }
}
