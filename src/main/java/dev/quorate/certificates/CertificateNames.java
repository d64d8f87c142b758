package dev.quorate.certificates;

import dev.quorate.failure.OperatorException;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** What the certificates in the PKI of the cluster in use are called, for whoever completes a word. */
public record CertificateNames(Sessions sessions, QuorateHome home, Clock clock) implements Supplier<List<String>> {

    /** None where there is no PKI or none that can be read: a word that is not completed can still be typed. */
    @Override
    public List<String> get() {
        try {
            return sessions.standing()
                    .cluster()
                    .map(cluster -> PkiStore.at(home.cluster(cluster).resolve("pki"), clock))
                    .map(store -> store.certificates().stream()
                            .map(IssuedCertificate::name)
                            .toList())
                    .orElse(List.of());
        } catch (OperatorException e) {
            return List.of();
        }
    }
}
