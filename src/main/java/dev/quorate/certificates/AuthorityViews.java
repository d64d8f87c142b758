package dev.quorate.certificates;

import dev.quorate.certificates.PropertiesView.Property;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreRevocations;
import java.util.Collection;

/** What commands on the authority answer. */
final class AuthorityViews {

    private AuthorityViews() {}

    static PropertiesView of(PkiStore store, Certificate certificate) {
        return PropertiesView.of(
                new Property("certificate", store.authorityFile().toString()),
                new Property("key", store.signsHere() ? store.authorityKeyFile().toString() : "elsewhere"),
                new Property("subject", certificate.subject().toString()),
                new Property("key type", certificate.keyText()),
                new Property("serial", certificate.serialText()),
                new Property("valid until", certificate.validity().notAfter().toString()),
                new Property("fingerprint", certificate.fingerprint()));
    }

    static PropertiesView revoked(IssuedCertificate certificate, StoreRevocations.Revoked revoked) {
        return PropertiesView.of(
                new Property("revoked", certificate.name()),
                new Property("serial", certificate.certificate().serialText()),
                new Property(
                        "earlier serials", revoked.serials().stream().skip(1).toList()),
                new Property("list", revoked.list().toString()));
    }

    static PropertiesView list(PkiStore store, Collection<String> serials) {
        return PropertiesView.of(
                new Property(
                        "list", store.directory().resolve(StoreRevocations.LIST).toString()),
                new Property("revoked", serials.stream().sorted().toList()));
    }
}
