package dev.quorate.certificates;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.Certificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Begins TLS with a server to see its certificate. Nothing is sent and nothing is trusted: whether the handshake ends well,
 * which it does not where a client certificate is wanted, the server's certificate came before.
 */
final class Handshake {

    private Handshake() {}

    static Certificate certificate(Endpoint endpoint, Duration patience) {
        Seen seen = new Seen();
        IOException failure = shake(endpoint, (int) patience.toMillis(), seen);
        X509Certificate certificate = seen.certificate.get();
        if (certificate == null) {
            String reason = failure == null ? "it showed none" : String.valueOf(failure.getMessage());
            throw new OperatorException(
                    OperatorException.of(
                                    ExitCode.BAD_CONNECTION,
                                    "no certificate from " + endpoint.authority() + ": " + reason,
                                    "is the member running, and does it serve TLS there?")
                            .failure(),
                    failure);
        }
        return Certificate.of(certificate);
    }

    private static @Nullable IOException shake(Endpoint endpoint, int milliseconds, Seen seen) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), milliseconds);
            plain.setSoTimeout(milliseconds);
            try (SSLSocket socket = (SSLSocket)
                    context(seen).getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true)) {
                socket.startHandshake();
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static SSLContext context(Seen seen) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {seen}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /** Keeps what the server shows; trusts it for as long as the handshake lasts, since nothing follows. */
    private static final class Seen extends X509ExtendedTrustManager {

        private final AtomicReference<@Nullable X509Certificate> certificate = new AtomicReference<>();

        private void keep(X509Certificate[] chain) {
            certificate.set(chain[0]);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            keep(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            keep(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            keep(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new IllegalStateException("no server here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
            throw new IllegalStateException("no server here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            throw new IllegalStateException("no server here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
