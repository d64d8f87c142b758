package dev.quorate.cluster.lint;

import dev.quorate.inventory.CertificateFile;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.pki.CertificateRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** No two certificates may go by the same file. */
final class CertificateFiles implements Rule {

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        ClusterCertificates certificates = new ClusterCertificates(spec);
        Map<String, String> stored = new HashMap<>();
        for (CertificateRequest request : certificates.plan().requests()) {
            BiConsumer<String, String> take = (file, key) -> take(
                    stored,
                    file,
                    request.name(),
                    clash -> advice.blocker(
                            "certificates." + request.profile().word() + "." + key,
                            "the certificates " + clash + " and " + request.name() + " would be the same file, " + file,
                            "put {member} or {name} into it"));
            take.accept(request.files().certificate(), "file");
            take.accept(request.files().key(), "key-file");
        }
        for (NodeSpec member : spec.members()) {
            onHost(certificates, member, advice);
        }
    }

    private static void onHost(ClusterCertificates certificates, NodeSpec member, Advice advice) {
        Map<String, String> targets = new HashMap<>();
        targets.put(certificates.authority().toString(), "the authority's certificate");
        for (CertificateFile file : certificates.filesFor(member)) {
            take(
                    targets,
                    file.target().toString(),
                    file.stored(),
                    clash -> advice.blocker(
                            "certificates",
                            clash + " and " + file.stored() + " would be the same file on the host, " + file.target(),
                            "give them different node-file and node-key-file"));
        }
    }

    /** What is done about two that go by one file. */
    @FunctionalInterface
    private interface Clash {
        void with(String other);
    }

    private static void take(Map<String, String> taken, String file, String by, Clash clash) {
        String before = taken.putIfAbsent(file, by);
        if (before != null) {
            clash.with(before);
        }
    }
}
