package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** How endpoints are spoken to: TLS or plain, with which certificate, trusting whom. Files are read when first needed. */
final class TransportSecurity {

    /** Where systems keep the authorities they trust, as Go looks for them. */
    private static final List<Path> SYSTEM_BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/cert.pem"));

    private static final ApplicationProtocolConfig HTTP_2 = new ApplicationProtocolConfig(
            ApplicationProtocolConfig.Protocol.ALPN,
            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
            ApplicationProtocolNames.HTTP_2);

    private final EtcdSettings.Tls tls;
    private @Nullable SSLContext context;

    TransportSecurity(EtcdSettings.Tls tls) {
        this.tls = tls;
    }

    /** By scheme; without one TLS is meant if any file is given (etcd's client/v3/internal/endpoint). */
    boolean secure(Endpoint endpoint) {
        if (endpoint.text().contains("://")) {
            return endpoint.secure();
        }
        return tls.configured();
    }

    /** For channels: the JDK's TLS, or BoringSSL for bulk. */
    SslContext netty(Traffic traffic) {
        return traffic == Traffic.BULK ? boringSsl() : jdk();
    }

    /** Whether BoringSSL is there, for this platform and the client's kind of key. */
    boolean fasterInBulk() {
        boolean knowsKey = tls.key().isEmpty()
                || List.of("EC", "RSA")
                        .contains(PrivateKeys.read(tls.key().get()).getAlgorithm());
        return knowsKey && OpenSsl.isAvailable();
    }

    private SslContext jdk() {
        return new JdkSslContext(
                context(),
                true,
                Http2SecurityUtil.CIPHERS,
                SupportedCipherSuiteFilter.INSTANCE,
                HTTP_2,
                ClientAuth.NONE,
                null,
                false);
    }

    private SslContext boringSsl() {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.OPENSSL)
                .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(HTTP_2);
        KeyManager[] presented = presented();
        if (presented != null) {
            builder.keyManager(presented[0]);
        }
        TrustManager[] trusted = trustManagers();
        if (trusted != null) {
            builder.trustManager(trusted[0]);
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("BoringSSL does not take what the JDK's TLS does", e);
        }
    }

    /** For sockets, verifying as told. */
    synchronized SSLContext context() {
        if (context == null) {
            context = build(trustManagers());
        }
        return context;
    }

    /** For a look at a server that would not pass: {@code trust} keeps what it saw. */
    SSLContext blindContext(TrustEveryone trust) {
        return build(new TrustManager[] {trust});
    }

    boolean verifies() {
        return !tls.skipVerify();
    }

    /** The client's own certificate, if one is given. */
    @Nullable
    X509Certificate ownCertificate() {
        return tls.certificate()
                .map(file -> PemFile.certificates(file).getFirst())
                .orElse(null);
    }

    private SSLContext build(TrustManager @Nullable [] trust) {
        try {
            SSLContext built = SSLContext.getInstance("TLS");
            built.init(presented(), trust, null);
            return built;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    private TrustManager @Nullable [] trustManagers() {
        return tls.skipVerify() ? new TrustManager[] {new TrustEveryone()} : trusted();
    }

    private KeyManager @Nullable [] presented() {
        if (tls.certificate().isPresent() != tls.key().isPresent()) {
            String given = tls.certificate().isPresent()
                    ? "a client certificate without its key"
                    : "a client key without its certificate";
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, given, "give both --cert and --key, or neither");
        }
        if (tls.certificate().isEmpty() || tls.key().isEmpty()) {
            return null;
        }
        List<X509Certificate> chain = PemFile.certificates(tls.certificate().get());
        return new KeyManager[] {
            new PresentingKeyManager(chain, PrivateKeys.read(tls.key().get()))
        };
    }

    private TrustManager @Nullable [] trusted() {
        Path bundle = tls.caCertificate()
                .or(() -> SYSTEM_BUNDLES.stream().filter(Files::isReadable).findFirst())
                .orElse(null);
        if (bundle == null) {
            return null;
        }
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate authority : PemFile.certificates(bundle)) {
                store.setCertificateEntry("ca" + number++, authority);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot trust " + bundle, e);
        }
    }
}
