package dev.quorate.certificates;

import dev.quorate.command.Values;
import dev.quorate.output.View;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PassphraseSource;
import dev.quorate.pki.PemFiles;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreImports;
import dev.quorate.pki.foreign.SigningPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes in what another program made: an authority where the certificate is one, else a leaf. */
final class Importing {

    private final PkiStore store;
    private final PassphraseSource passphrases;
    private final Clock clock;

    Importing(PkiStore store, PassphraseSource passphrases, Clock clock) {
        this.store = store;
        this.passphrases = passphrases;
        this.clock = clock;
    }

    View preview(Path file) {
        Certificate certificate = PemFiles.certificates(file).getFirst();
        return PropertiesView.of(
                new PropertiesView.Property(
                        "would import", certificate.subject().toString()),
                new PropertiesView.Property("as", certificate.isAuthority() ? "the CA" : "a certificate"),
                new PropertiesView.Property("into", store.directory().toString()));
    }

    /** What is wrong with a signing policy, besides what makes it unreadable. */
    List<String> policyMistakes(Optional<Path> policy) {
        return policy.map(file -> SigningPolicy.read(file).mistakes()).orElse(List.of());
    }

    View run(Values line) {
        StoreImports imports = new StoreImports(store);
        Path file = line.get(ExchangeCommands.CERTIFICATE);
        Optional<Path> key = line.get(ExchangeCommands.KEY);
        if (PemFiles.certificates(file).getFirst().isAuthority()) {
            Certificate authority = imports.authority(file, key, passphrases);
            line.get(IssueFlags.POLICY).ifPresent(imports::policy);
            return AuthorityViews.of(store, authority);
        }
        IssuedCertificate imported = imports.certificate(
                file, key, line.get(ExchangeCommands.NAME), line.get(ExchangeCommands.PROFILE), passphrases);
        return new Issuing(store, clock).rows(List.of(imported), "imported");
    }
}
