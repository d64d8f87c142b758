package dev.quorate.pki;

import java.util.List;

/**
 * Where others find what belongs to a certificate. etcd looks at none of it; strict clients may wait for an address that
 * does not answer, so none is the default.
 *
 * @param revocationLists addresses of the CRL
 * @param issuers addresses of the authority's certificate
 * @param responders addresses that answer OCSP
 */
public record Distribution(List<String> revocationLists, List<String> issuers, List<String> responders) {

    public static final Distribution NONE = new Distribution(List.of(), List.of(), List.of());

    public Distribution {
        revocationLists = List.copyOf(revocationLists);
        issuers = List.copyOf(issuers);
        responders = List.copyOf(responders);
    }
}
