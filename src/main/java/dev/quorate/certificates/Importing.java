package dev.quorate.certificates;

import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Finding;
import dev.quorate.guard.Severity;
import dev.quorate.output.View;
import dev.quorate.pki.AuthorityFiles;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PassphraseSource;
import dev.quorate.pki.PemFiles;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreImports;
import dev.quorate.pki.foreign.SigningPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in what another program made: an authority where the certificate is one, else a leaf. */
final class Importing {

    private final PkiStore store;
    private final StoreImports imports;
    private final PassphraseSource passphrases;
    private final Clock clock;

    Importing(PkiStore store, PassphraseSource passphrases, Clock clock) {
        this.store = store;
        this.imports = new StoreImports(store);
        this.passphrases = passphrases;
        this.clock = clock;
    }

    View preview(Values line) {
        Found found = find(line);
        List<PropertiesView.Property> properties = new ArrayList<>();
        for (Path file : found.certificates()) {
            Certificate certificate = PemFiles.certificates(file).getFirst();
            if (certificate.isAuthority()) {
                requireRoom(certificate, line.get(ExchangeCommands.REPLACE));
            }
            properties.add(new PropertiesView.Property(
                    "would import", certificate.subject().toString()));
            properties.add(new PropertiesView.Property("as", certificate.isAuthority() ? "the CA" : "a certificate"));
        }
        properties.add(new PropertiesView.Property("into", store.directory().toString()));
        return PropertiesView.of(properties.toArray(PropertiesView.Property[]::new));
    }

    /** What is wrong with a signing policy, besides what makes it unreadable. */
    private static List<String> policyMistakes(Optional<Path> policy) {
        return policy.map(file -> SigningPolicy.read(file).mistakes()).orElse(List.of());
    }

    /** What the operator should know of what comes in; none of it is in the way. */
    List<String> notes(Values line) {
        List<String> notes = new ArrayList<>(policyMistakes(line.get(IssueFlags.POLICY)));
        for (Path file : find(line).certificates()) {
            List<Certificate> all = PemFiles.certificates(file);
            Certificate first = all.getFirst();
            if (all.size() > 1 && first.isAuthority()) {
                notes.add(file + " has " + all.size() + " certificates; the first one is taken in, of "
                        + first.subject());
            }
            CertificateChecks.of(String.valueOf(file.getFileName()), first, clock.instant()).stream()
                    .filter(finding -> finding.severity() != Severity.NOTE)
                    .map(Finding::message)
                    .forEach(notes::add);
        }
        return notes;
    }

    View run(Values line) {
        Found found = find(line);
        Certificate first =
                PemFiles.certificates(found.certificates().getFirst()).getFirst();
        if (first.isAuthority()) {
            requireRoom(first, line.get(ExchangeCommands.REPLACE));
            Certificate authority = imports.authority(found.certificates().getFirst(), found.key(), passphrases);
            line.get(IssueFlags.POLICY).ifPresent(imports::policy);
            return AuthorityViews.of(store, authority);
        }
        List<IssuedCertificate> imported = found.certificates().stream()
                .map(file -> imports.certificate(
                        file,
                        found.key(),
                        line.get(ExchangeCommands.NAME),
                        line.get(ExchangeCommands.PROFILE),
                        passphrases))
                .toList();
        return new Issuing(store, clock).rows(imported, "imported");
    }

    /** The same CA again, renewed or with its key, takes nobody's place. */
    private void requireRoom(Certificate authority, boolean replace) {
        if (!replace && store.hasAuthority() && !store.authorityHasKeyOf(authority)) {
            throw NewAuthority.taken(store, "--replace takes in " + authority.subject());
        }
    }

    /** What is to be taken in: one authority, or certificates. */
    private record Found(List<Path> certificates, Optional<Path> key) {}

    /** Of a folder the certificates that answer requests made here; where none does, the authority. */
    private Found find(Values line) {
        Path source = line.get(ExchangeCommands.CERTIFICATE);
        Optional<Path> key = line.get(ExchangeCommands.KEY);
        if (!Files.isDirectory(source)) {
            return new Found(List.of(source), key);
        }
        if (key.isPresent() || line.get(ExchangeCommands.NAME).isPresent()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    source + " is a folder, of which neither key nor name can be said",
                    "leave them out, or name the certificate's file");
        }
        List<Path> answers = imports.answersIn(source);
        if (!answers.isEmpty()) {
            return new Found(answers, Optional.empty());
        }
        AuthorityFiles authority = AuthorityFiles.find(source);
        return new Found(List.of(authority.certificate()), authority.key());
    }
}
