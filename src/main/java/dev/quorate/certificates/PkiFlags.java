package dev.quorate.certificates;

import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.pki.Distribution;
import dev.quorate.pki.SignatureDigest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Flags that several commands share. */
final class PkiFlags {

    static final Flag<Optional<Path>> DIRECTORY =
            Flag.optional("directory", PkiValues.DIRECTORY, "the PKI's folder; the cluster's own where left out");
    static final Flag<Optional<Path>> CLUSTER_FILE =
            Flag.optional("file", PkiValues.FILE, "the cluster file; the cluster's own where left out");
    static final Flag<List<String>> REVOCATION_URLS =
            Flag.list("crl-url", ValueTypes.TEXT.named("url"), "where the revocation list can be had");
    static final Flag<List<String>> ISSUER_URLS =
            Flag.list("issuer-url", ValueTypes.TEXT.named("url"), "where the CA's certificate can be had");
    static final Flag<List<String>> RESPONDER_URLS =
            Flag.list("ocsp-url", ValueTypes.TEXT.named("url"), "where OCSP is answered");
    static final Flag<Optional<SignatureDigest>> DIGEST = Flag.optional(
            "digest",
            ValueTypes.choice(SignatureDigest.class),
            "of the signature; by the strength of the CA's key where left out");
    static final Flag<Duration> WITHIN =
            Flag.value("within", PkiValues.PERIOD, Duration.ofDays(30), "those that end within this time");

    private PkiFlags() {}

    /** The addresses the line gives, each kind as {@code base} has it where it gives none. */
    static Distribution distribution(Values line, Distribution base) {
        return new Distribution(
                given(line, REVOCATION_URLS, base.revocationLists()),
                given(line, ISSUER_URLS, base.issuers()),
                given(line, RESPONDER_URLS, base.responders()));
    }

    private static List<String> given(Values line, Flag<List<String>> flag, List<String> base) {
        return line.given(flag) ? line.get(flag) : base;
    }
}
