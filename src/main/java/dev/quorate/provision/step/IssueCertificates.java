package dev.quorate.provision.step;

import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.CertificateAuthority;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.PassphraseSource;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreRequests;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the cluster's authority and certificates on the operator's machine, as far as they are not there or do not fit. Where
 * the authority's key is elsewhere, it makes requests and waits for what is signed there.
 */
public record IssueCertificates(String cluster, PkiStore store, Signer signer, List<CertificateRequest> certificates)
        implements Step {

    public static final String TITLE = "issue certificates";

    /**
     * Who signs.
     *
     * @param made of what the authority is made where there is none; empty where one is taken in
     * @param passphrases of its key, should it be encrypted
     */
    public record Signer(Optional<AuthorityRequest> made, PassphraseSource passphrases) {}

    public IssueCertificates {
        certificates = List.copyOf(certificates);
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public String target() {
        return cluster;
    }

    @Override
    public StepState inspect() {
        List<CertificateRequest> missing = store.missing(certificates);
        if (isElsewhere() && !missing.isEmpty()) {
            return requested(missing);
        }
        List<String> changes = new ArrayList<>();
        if (!store.hasAuthority()) {
            signer.made().ifPresent(authority -> changes.add("certificate authority " + authority.subject()));
        }
        missing.forEach(request -> changes.add(request.profile().word() + " certificate " + request.name()));
        return changes.isEmpty() ? StepState.done() : StepState.needed("missing or not fitting", changes);
    }

    private boolean isElsewhere() {
        return store.hasAuthority() && !store.signsHere();
    }

    private StepState requested(List<CertificateRequest> missing) {
        StoreRequests requests = new StoreRequests(store);
        List<String> unasked = missing.stream()
                .filter(request -> !requests.isOut(request))
                .map(request -> "request for the " + request.profile().word() + " certificate " + request.name())
                .toList();
        if (!unasked.isEmpty()) {
            return StepState.needed("the authority's key is elsewhere", unasked);
        }
        List<String> files = missing.stream()
                .map(request -> requests.file(request.name()).toString())
                .toList();
        return StepState.blocked(
                "the authority's key is elsewhere, where these are to be signed: " + String.join(", ", files),
                "have them signed there and take in what comes back with pki import FOLDER --directory "
                        + store.directory());
    }

    @Override
    public void apply() {
        List<CertificateRequest> missing = store.missing(certificates);
        if (isElsewhere()) {
            StoreRequests requests = new StoreRequests(store);
            missing.stream().filter(request -> !requests.isOut(request)).forEach(requests::create);
            return;
        }
        store.issue(authority(), missing);
    }

    private CertificateAuthority authority() {
        return signer.made()
                .map(request -> store.ensureAuthority(request, signer.passphrases()))
                .orElseGet(() -> store.authority(signer.passphrases()));
    }
}
