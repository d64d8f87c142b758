package dev.quorate.pki;

import java.nio.file.Path;
import java.time.Clock;

/** A process that renews a certificate with a new key again and again, until it is killed. */
final class EndlessRenewal {

    private EndlessRenewal() {}

    public static void main(String[] arguments) {
        PkiStore store = PkiStore.at(Path.of(arguments[0]), Clock.systemUTC());
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        StoreRenewals renewals = new StoreRenewals(store);
        store.ensure(authority, CertificateRequest.of("client", CertificateProfile.CLIENT, java.util.List.of()));
        while (true) {
            renewals.renew(authority, java.util.List.of(store.require("client")), true);
        }
    }
}
