package dev.quorate.provision.step;

import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.CertificateAuthority;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.PkiStore;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import java.util.ArrayList;
import java.util.List;

/** Makes the cluster's authority and certificates on the operator's machine, as far as they are not there or do not fit. */
public record IssueCertificates(
        String cluster, PkiStore store, AuthorityRequest authority, List<CertificateRequest> certificates)
        implements Step {

    public static final String TITLE = "issue certificates";

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
        List<String> missing = new ArrayList<>();
        if (!store.hasAuthority()) {
            missing.add("certificate authority " + authority.subject());
        }
        store.missing(certificates)
                .forEach(request -> missing.add(request.profile().word() + " certificate " + request.name()));
        return missing.isEmpty() ? StepState.done() : StepState.needed("missing or not fitting", missing);
    }

    @Override
    public void apply() {
        CertificateAuthority signer = store.ensureAuthority(authority);
        store.issue(signer, store.missing(certificates));
    }
}
