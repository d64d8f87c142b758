package dev.quorate.certificates;

import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.IndexEntry;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the certificate that a member shows: the one its configuration names, else its own, else one that all share. */
final class MemberCertificates {

    private final List<IssuedCertificate> certificates;
    private final Map<String, IndexEntry> installations;

    MemberCertificates(PkiStore store, List<IssuedCertificate> certificates) {
        this.certificates = List.copyOf(certificates);
        this.installations = store.installations();
    }

    Optional<IssuedCertificate> server(LintTarget target) {
        return of(target, CertificateProfile.SERVER, Setting.CERT_FILE);
    }

    Optional<IssuedCertificate> peer(LintTarget target) {
        return of(target, CertificateProfile.PEER, Setting.PEER_CERT_FILE);
    }

    private Optional<IssuedCertificate> of(LintTarget target, CertificateProfile role, Setting setting) {
        Optional<String> file = target.file(setting);
        return file.flatMap(path -> installedAt(path, target.member()))
                .or(() -> file.flatMap(this::named))
                .or(() -> own(able(role), target.member()))
                .or(() -> able(role).stream()
                        .filter(each -> each.member().isEmpty())
                        .findFirst());
    }

    private List<IssuedCertificate> able(CertificateProfile role) {
        return certificates.stream()
                .filter(each -> each.profile() == role || each.profile() == CertificateProfile.COMBINED)
                .toList();
    }

    /** On record as put into that file on a host; on several hosts where members call their files alike. */
    private Optional<IssuedCertificate> installedAt(String path, String member) {
        List<IssuedCertificate> there = certificates.stream()
                .filter(each -> places(each).anyMatch(place -> place.endsWith(":" + path)))
                .toList();
        return own(there, member).or(() -> there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty());
    }

    private Stream<String> places(IssuedCertificate certificate) {
        String serial = certificate.certificate().serialText();
        return installations.entrySet().stream()
                .filter(entry -> entry.getValue().get("serial").equals(serial))
                .map(Map.Entry::getKey);
    }

    private Optional<IssuedCertificate> named(String path) {
        Path file = Path.of(path).getFileName();
        return certificates.stream()
                .filter(each -> each.certificateFile().getFileName().equals(file))
                .findFirst();
    }

    private static Optional<IssuedCertificate> own(List<IssuedCertificate> certificates, String member) {
        return certificates.stream()
                .filter(each -> each.member().map(member::equals).orElseGet(() -> isCalled(each, member)))
                .findFirst();
    }

    /** Where nobody said whose it is, its name or its subject may. */
    private static boolean isCalled(IssuedCertificate certificate, String member) {
        return certificate.name().equals(member)
                || certificate.certificate().subject().commonName().equals(Optional.of(member));
    }
}
