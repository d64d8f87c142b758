package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failed TLS handshake means: our doubts about the server's certificate, or the server's about ours. */
final class TlsFailures {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final String ALERT = "Received fatal alert: ";
    private static final String RENEW_SERVER =
            "issue a new server certificate: etcd takes it up with the next connection, without a restart";

    private final Endpoint endpoint;
    private final TransportSecurity security;

    TlsFailures(Endpoint endpoint, TransportSecurity security) {
        this.endpoint = endpoint;
        this.security = security;
    }

    /** @param server the server's certificate, if it could be had */
    Finding explain(SSLException failure, @Nullable X509Certificate server) {
        String alert = alert(failure);
        if (alert != null) {
            return refused(alert);
        }
        if (has(failure, CertificateExpiredException.class)) {
            return new Finding(
                    "its certificate expired" + (server == null ? "" : " on " + date(server.getNotAfter())),
                    RENEW_SERVER);
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return new Finding(
                    "its certificate is not valid yet"
                            + (server == null ? "" : ", only from " + date(server.getNotBefore())),
                    "check the clocks here and there");
        }
        if (says(failure, "No subject alternative") || says(failure, "No name matching")) {
            return new Finding(
                    "its certificate is not for " + endpoint.host()
                            + (server == null ? "" : " but for " + names(server)),
                    "connect by one of the certificate's names, or issue one that has this name");
        }
        if (says(failure, "PKIX path") || says(failure, "certification path")) {
            return new Finding(
                    "its certificate is signed by an unknown authority"
                            + (server == null
                                    ? ""
                                    : ": " + server.getIssuerX500Principal().getName()),
                    "give the authority of this cluster with --cacert");
        }
        return new Finding(
                "the TLS handshake failed: " + failure.getMessage(),
                "check its TLS settings: --cipher-suites, --tls-min-version");
    }

    private Finding refused(String alert) {
        X509Certificate own = security.ownCertificate();
        if (alert.equals("protocol_version")) {
            return new Finding("it refuses our TLS versions (1.2 and 1.3)", "raise its --tls-max-version");
        }
        if (own == null) {
            return new Finding(
                    "it asks for a client certificate and none is given (" + alert + ")",
                    "give one with --cert and --key");
        }
        if (alert.equals("certificate_expired") || expired(own)) {
            return new Finding(
                    "it refused the client certificate, which expired on " + date(own.getNotAfter()),
                    "issue a new client certificate for "
                            + own.getSubjectX500Principal().getName());
        }
        if (alert.equals("unknown_ca") || alert.equals("bad_certificate")) {
            return new Finding(
                    "it refused the client certificate: it does not know its authority, "
                            + own.getIssuerX500Principal().getName() + " (" + alert + ")",
                    "give a certificate signed by the authority in its --trusted-ca-file");
        }
        return new Finding(
                "it refused the client certificate of "
                        + own.getSubjectX500Principal().getName() + " (" + alert + ")",
                "the certificate needs the clientAuth usage and an authority the server knows");
    }

    private static boolean expired(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return false;
        } catch (CertificateExpiredException e) {
            return true;
        } catch (CertificateNotYetValidException e) {
            return false;
        }
    }

    private static @Nullable String alert(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && message.contains(ALERT)) {
                return message.substring(message.indexOf(ALERT) + ALERT.length())
                        .strip();
            }
        }
        return null;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable failure, String words) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static String names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.forEach(name -> names.add(String.valueOf(name.get(1))));
            }
        } catch (CertificateParsingException e) {
            return "names that cannot be read";
        }
        if (names.isEmpty()) {
            return "no name: it has no subject alternative names";
        }
        return String.join(", ", names);
    }

    private static String date(Date date) {
        return DATE.format(date.toInstant());
    }
}
