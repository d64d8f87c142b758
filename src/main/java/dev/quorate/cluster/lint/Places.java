package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.Form;
import java.nio.file.Path;
import java.util.List;

/** Where things are on a host. */
final class Places implements Rule {

    private static final List<Path> FLEETING = List.of(Path.of("/tmp"), Path.of("/run"), Path.of("/dev/shm"));
    private static final List<Path> OF_PACKAGES =
            List.of(Path.of("/lib/systemd/system"), Path.of("/usr/lib/systemd/system"));

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        Path data = spec.configuration().dataDirectory().normalize();
        Path certificates = spec.certificates().directory().normalize();
        if (certificates.startsWith(data)) {
            advice.warning(
                    "certificates.directory",
                    "the certificates are inside the data directory: whoever cleans or restores it takes them along",
                    "put them elsewhere, such as /etc/etcd/pki");
        }
        boolean file = spec.configuration().form() != Form.FLAGS;
        if (file && spec.configuration().file().normalize().startsWith(data)) {
            advice.warning(
                    "configuration.file",
                    "the configuration is inside the data directory: a restore would take it along",
                    "put it elsewhere, such as " + spec.configuration().form().usualFile());
        }
        if (FLEETING.stream().anyMatch(data::startsWith)) {
            advice.blocker(
                    "configuration.data-directory",
                    data + " is emptied at boot, and the data with it",
                    "put it on a disk, such as /var/lib/etcd");
        }
        if (OF_PACKAGES.stream().anyMatch(spec.service().file()::startsWith)) {
            advice.note(
                    "service.file",
                    "the unit lies where packages keep theirs, which an update may replace",
                    "put it in /etc/systemd/system");
        }
        programs(spec, advice);
    }

    /** Debian and others give {@code sbin} to root alone; a profile adds the directory. */
    private static void programs(ClusterSpec spec, Advice advice) {
        Path directory = spec.etcd().directory();
        if (directory.endsWith("sbin")
                && spec.etcd().programs().contains("etcdctl")
                && spec.profile().isEmpty()) {
            advice.note(
                    "etcd.directory",
                    directory + " is on the PATH of root alone: others do not find etcdctl",
                    "put the programs into /usr/local/bin, or set profile, which adds the directory");
        }
    }
}
