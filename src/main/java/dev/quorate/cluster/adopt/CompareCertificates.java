package dev.quorate.cluster.adopt;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.CertificateFile;
import dev.quorate.inventory.CertificatesSpec;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.NodeLayout;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the certificates of an adopted member with the cluster file by what they are: there is no authority here that could
 * sign others. No key is read, only who may read it.
 */
public record CompareCertificates(NodeLayout layout, Clock clock) implements Step {

    private static final int OTHERS = 0007;

    @Override
    public String title() {
        return "compare certificates";
    }

    @Override
    public String target() {
        return layout.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        Host host = layout.host();
        ClusterCertificates certificates = new ClusterCertificates(layout.spec());
        Optional<Certificate> authority = FoundCertificate.at(host, certificates.authority());
        List<String> faults = new ArrayList<>();
        if (authority.isEmpty()) {
            faults.add(certificates.authority() + " is no certificate");
        }
        for (CertificateFile file : certificates.filesFor(layout.member())) {
            if (file.secret()) {
                compareKey(file.target(), faults);
            } else {
                compare(file, certificates, authority, faults);
            }
        }
        return faults.isEmpty()
                ? StepState.done("as the cluster file has them", warnings(certificates))
                : StepState.needed("other than the cluster file has them", faults);
    }

    private void compareKey(Path key, List<String> faults) throws InterruptedException {
        Optional<FileFacts> facts = layout.host().files().stat(key);
        if (facts.isEmpty()) {
            faults.add(key + " is missing");
        } else if ((facts.get().mode() & OTHERS) != 0) {
            faults.add("%s can be read by everyone (mode %04o)"
                    .formatted(key, facts.get().mode()));
        }
    }

    private void compare(
            CertificateFile file,
            ClusterCertificates certificates,
            Optional<Certificate> authority,
            List<String> faults)
            throws InterruptedException {
        Optional<Certificate> found = FoundCertificate.at(layout.host(), file.target());
        if (found.isEmpty()) {
            faults.add(file.target() + " is no certificate");
            return;
        }
        List<String> differences = differences(found.get(), request(file, certificates));
        if (authority.isPresent() && !found.get().isSignedBy(authority.get())) {
            differences.add("another authority signed it than " + certificates.authority());
        }
        differences.forEach(difference -> faults.add(file.target() + ": " + difference));
    }

    private static CertificateRequest request(CertificateFile file, ClusterCertificates certificates) {
        return certificates.plan().requests().stream()
                .filter(each -> each.files().certificate().equals(file.stored()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> differences(Certificate found, CertificateRequest wanted) {
        List<String> differences = new ArrayList<>();
        if (!found.subject().equals(wanted.subject())) {
            differences.add("its subject is %s, not %s".formatted(found.subject(), wanted.subject()));
        }
        if (!found.keyText().equals(wanted.keyType().word())) {
            differences.add("its key is %s, not %s"
                    .formatted(found.keyText(), wanted.keyType().word()));
        }
        if (wanted.profile() != CertificateProfile.PEER) {
            lacking(found, told()).ifPresent(names -> differences.add("it lacks " + names));
        }
        if (!found.validity().holdsAt(clock.instant())) {
            differences.add("it is valid until " + found.validity().notAfter());
        }
        return differences;
    }

    /** The names that stand in the cluster file for what clients see; more do no harm. */
    private List<String> told() {
        CertificatesSpec.Names names = layout.spec().certificates().names();
        return Stream.concat(names.extra().stream(), names.loopback().stream()).toList();
    }

    private static Optional<String> lacking(Certificate found, List<String> wanted) {
        Set<String> rest = new LinkedHashSet<>(wanted);
        found.names().forEach(name -> rest.remove(name.value()));
        return rest.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", rest));
    }

    /** What the certificates were made without, which no file can change: adopting told of it. */
    private List<String> warnings(ClusterCertificates certificates) throws InterruptedException {
        List<String> warnings = new ArrayList<>();
        MemberUrls urls = new MemberUrls(layout.spec());
        warn(certificates.server(layout.member()), urls.advertiseClients(layout.member()), warnings);
        warn(certificates.peer(layout.member()), urls.advertisePeers(layout.member()), warnings);
        return warnings;
    }

    private void warn(ClusterCertificates.Pair pair, String url, List<String> warnings) throws InterruptedException {
        String host = FoundUrl.parse(url).map(FoundUrl::host).orElse(url);
        FoundCertificate.at(layout.host(), pair.certificate())
                .flatMap(found -> lacking(found, List.of(host)))
                .ifPresent(name ->
                        warnings.add("%s lacks %s, which it is advertised as".formatted(pair.certificate(), name)));
    }

    @Override
    public void apply() {
        throw OperatorException.of(
                ExitCode.ERROR,
                "there is no authority of %s here to sign others"
                        .formatted(layout.spec().name()),
                "take it in: pki import FOLDER, or change the cluster file to what the hosts have");
    }
}
