package dev.quorate.certificates;

import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.View;
import dev.quorate.pki.CertificateAuthority;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.Subject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes what is wanted and not there. */
final class Issuing {

    private final PkiStore store;
    private final Clock clock;

    Issuing(PkiStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    PkiStore store() {
        return store;
    }

    /** One by its name, or those of the members and clients the line gives. */
    List<CertificateRequest> requests(Wanted wanted, Values line) {
        Optional<String> name = nameOf(line);
        boolean plan = line.given(IssueFlags.MODE) || line.given(IssueFlags.MEMBERS) || line.given(IssueFlags.CLIENTS);
        boolean ofFile = name.isEmpty() && wanted.isPlannedByFile();
        List<CertificateRequest> requests =
                plan || ofFile ? wanted.plan(name) : List.of(wanted.one(name.orElseThrow(Issuing::nothingWanted)));
        requireDistinct(requests);
        return requests;
    }

    private static Optional<String> nameOf(Values line) {
        return line.get(IssueCommands.NAME);
    }

    private static OperatorException nothingWanted() {
        return OperatorException.of(
                ExitCode.BAD_ARGUMENTS,
                "neither a name nor a member nor a client is given, and there is no cluster file",
                "say pki issue NAME --profile client, or --member etcd1=10.0.0.1 for each member");
    }

    private static void requireDistinct(List<CertificateRequest> requests) {
        Set<String> files = new HashSet<>();
        for (CertificateRequest request : requests) {
            for (String file :
                    List.of(request.files().certificate(), request.files().key())) {
                if (!files.add(file)) {
                    throw OperatorException.of(
                            ExitCode.INVALID_INPUT,
                            "two certificates would share the file " + file,
                            "put {name} into --certificate-file and --key-file");
                }
            }
        }
    }

    /** What somebody else's request is granted: names and subject are its own unless the line has some. */
    CertificateRequest terms(Wanted wanted, Values line, Path file) {
        String name = nameOf(line).orElseGet(() -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        CertificateRequest terms = wanted.one(name);
        return line.given(IssueFlags.SUBJECT) ? terms : terms.withSubject(Subject.EMPTY);
    }

    /** What the operator should know before. */
    Set<String> notes(List<CertificateRequest> requests, CertificateAuthority authority) {
        Set<String> notes = new LinkedHashSet<>();
        for (CertificateRequest request : requests) {
            if (request.profile() == CertificateProfile.SERVER
                    && request.usages().authenticatesClients()) {
                notes.add("server certificates carry clientAuth too: etcd's gateway is a client of its own port");
            }
            KeyAdvice.of(request.keyType()).ifPresent(notes::add);
            if (outlives(request, authority)) {
                notes.add("nothing outlives its CA: certificates end on "
                        + authority.certificate().validity().notAfter());
            }
        }
        return notes;
    }

    private boolean outlives(CertificateRequest request, CertificateAuthority authority) {
        Instant end = authority.certificate().validity().notAfter();
        return request.validity().compareTo(Duration.between(clock.instant(), end)) > 0;
    }

    /** One row each: kept where it fits, else issued; all that is issued comes into being at once. */
    View issue(CertificateAuthority authority, List<CertificateRequest> requests) {
        List<CertificateRequest> missing = store.missing(requests);
        if (!missing.isEmpty()) {
            store.issue(authority, missing);
        }
        Map<String, IssuedCertificate> present = store.byName();
        List<CertificateListView.Row> rows = new ArrayList<>();
        for (CertificateRequest request : requests) {
            IssuedCertificate issued = Objects.requireNonNull(present.get(request.name()), request.name());
            rows.add(row(issued, missing.contains(request) ? "issued" : "kept"));
        }
        return new CertificateListView(rows, clock.instant());
    }

    View rows(List<IssuedCertificate> certificates, String state) {
        return new CertificateListView(
                certificates.stream().map(each -> row(each, state)).toList(), clock.instant());
    }

    private static CertificateListView.Row row(IssuedCertificate issued, String state) {
        return new CertificateListView.Row(
                issued.name(), issued.profile().word(), issued.certificate(), state, List.of());
    }

    View preview(List<CertificateRequest> requests) {
        return new RequestListView(requests);
    }
}
