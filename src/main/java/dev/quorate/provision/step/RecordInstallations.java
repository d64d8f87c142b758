package dev.quorate.provision.step;

import dev.quorate.pki.Installation;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.NodeFile;
import java.util.List;
import java.util.Map;

/**
 * Lets the store remember which certificate is on which host, for the day one is renewed or revoked.
 *
 * @param files by host
 */
public record RecordInstallations(String cluster, PkiStore store, Map<String, List<NodeFile>> files) implements Step {

    public RecordInstallations {
        files = Map.copyOf(files);
    }

    @Override
    public String title() {
        return "record installations";
    }

    @Override
    public String target() {
        return cluster;
    }

    @Override
    public StepState inspect() {
        if (!store.hasAuthority()) {
            return StepState.unknownUntil(IssueCertificates.TITLE);
        }
        List<String> unrecorded = unrecorded().stream()
                .map(each -> each.certificate().name() + " at " + each.where())
                .toList();
        return unrecorded.isEmpty() ? StepState.done() : StepState.needed("not on record", unrecorded);
    }

    @Override
    public void apply() {
        store.record(unrecorded());
    }

    private List<Installation> unrecorded() {
        List<IssuedCertificate> issued = store.certificates();
        return files.entrySet().stream()
                .flatMap(host -> host.getValue().stream()
                        .flatMap(file -> issued.stream()
                                .filter(each -> each.certificateFile().equals(file.source()))
                                .map(each -> new Installation(each, host.getKey() + ":" + file.target()))))
                .filter(installation -> !store.knows(installation))
                .sorted((one, other) -> one.where().compareTo(other.where()))
                .toList();
    }
}
