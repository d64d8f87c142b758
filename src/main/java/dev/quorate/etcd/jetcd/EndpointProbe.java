package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one endpoint with plain sockets, step by step as a call would: name, connection, TLS, first HTTP/2 frame. The
 * last is needed because with TLS 1.3 a server refuses a client's certificate only after the handshake.
 */
final class EndpointProbe {

    private static final String PROTOCOL = "h2";
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FRAME_HEADER = 9;
    private static final int FRAME_TYPE = 3;
    private static final int SETTINGS = 4;

    private final Endpoint endpoint;
    private final TransportSecurity security;
    private final int patience;
    private final Duration dialTimeout;

    EndpointProbe(Endpoint endpoint, TransportSecurity security, Duration patience, Duration dialTimeout) {
        this.endpoint = endpoint;
        this.security = security;
        this.patience = (int) patience.toMillis();
        this.dialTimeout = dialTimeout;
    }

    Finding look() {
        InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
        if (address.isUnresolved()) {
            return new Finding(
                    "the name " + endpoint.host() + " does not resolve (no such host)",
                    "check the name for a typing error, and this machine's DNS and /etc/hosts");
        }
        try (Socket socket = connect()) {
            return security.secure(endpoint) ? lookSecure(socket) : lookPlain(socket);
        } catch (SocketTimeoutException e) {
            return unreachable("no answer to the connection attempt within " + seconds(dialTimeout));
        } catch (ConnectException e) {
            return refused(e);
        } catch (IOException e) {
            return unreachable("the host cannot be reached: " + e.getMessage());
        }
    }

    boolean listens() {
        InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
        if (address.isUnresolved()) {
            return false;
        }
        try (Socket socket = connect()) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What is said where even looking took too long: more likely this machine has too much to do than that one. */
    static Finding silent(Duration dialTimeout) {
        return new Finding(
                "no answer within " + seconds(dialTimeout),
                "is etcd there frozen or its host overloaded? check systemctl status etcd, or raise --dial-timeout",
                true);
    }

    private Finding refused(ConnectException cause) {
        String message = String.valueOf(cause.getMessage());
        if (!message.contains("refused")) {
            return unreachable("the host cannot be reached: " + message);
        }
        return new Finding(
                "nothing listens there (connection refused)",
                "is etcd running there? check systemctl status etcd, the port, and its listen-client-urls");
    }

    private static Finding unreachable(String cause) {
        return new Finding(cause, "is the host up? check the address, routes and firewalls between here and there");
    }

    private Finding lookSecure(Socket socket) {
        try (SSLSocket tls = secure(socket, security.context(), security.verifies())) {
            tls.startHandshake();
            return greeted(tls);
        } catch (SocketTimeoutException e) {
            return frozen();
        } catch (SSLException e) {
            return speaksPlain() ? plainText() : new TlsFailures(endpoint, security).explain(e, peek());
        } catch (IOException e) {
            return speaksPlain() ? plainText() : closed(e);
        }
    }

    /** etcd looks at its revocation list once the handshake is over, and closes the connection without a word. */
    private Finding greeted(SSLSocket tls) throws IOException {
        boolean agreed = PROTOCOL.equals(tls.getApplicationProtocol());
        try {
            if (greet(tls)) {
                return slow();
            }
        } catch (SocketTimeoutException | SSLException e) {
            throw e;
        } catch (IOException e) {
            if (!agreed) {
                throw e;
            }
        }
        return agreed ? turnedAway() : notEtcd();
    }

    private static Finding turnedAway() {
        return new Finding(
                "it closed the connection right after the TLS handshake",
                "is the client certificate revoked (client-crl-file)? the log of etcd there tells, as \"rejected"
                        + " connection\"");
    }

    private Finding lookPlain(Socket socket) {
        try {
            if (greet(socket)) {
                return slow();
            }
        } catch (SocketTimeoutException e) {
            return frozen();
        } catch (IOException e) {
            return speaksTls() ? tlsNeeded() : closed(e);
        }
        return speaksTls() ? tlsNeeded() : notEtcd();
    }

    private static Finding frozen() {
        return new Finding(
                "it accepts connections but does not answer: the process hangs",
                "is etcd there frozen, or its disk or host overloaded? check systemctl status etcd and its log");
    }

    private Finding slow() {
        return new Finding(
                "not ready within " + seconds(dialTimeout) + ", though it answers now",
                "try again, or raise --dial-timeout",
                true);
    }

    private static Finding closed(IOException cause) {
        return new Finding(
                "it closed the connection: " + cause.getMessage(),
                "check the log of etcd there, and what stands between here and there");
    }

    private static Finding notEtcd() {
        return new Finding(
                "what listens there is not etcd's client port: it does not speak HTTP/2",
                "check the port: clients usually reach etcd at 2379, its peers at 2380");
    }

    private Finding plainText() {
        return new Finding(
                "it speaks plain text, not TLS", "write http://" + endpoint.authority() + " to connect without TLS");
    }

    private Finding tlsNeeded() {
        return new Finding(
                "it speaks TLS, not plain text",
                "write https://" + endpoint.authority()
                        + " and give --cacert, and --cert with --key if it asks for them");
    }

    private boolean speaksPlain() {
        try (Socket socket = connect()) {
            return greet(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean speaksTls() {
        return peek() != null;
    }

    /** The server's certificate, whatever is wrong with it. */
    @Nullable
    X509Certificate peek() {
        TrustEveryone trust = new TrustEveryone();
        try (Socket socket = connect();
                SSLSocket tls = secure(socket, security.blindContext(trust), false)) {
            tls.startHandshake();
            return trust.seen();
        } catch (IOException e) {
            return trust.seen();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(patience);
        socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), patience);
        return socket;
    }

    private SSLSocket secure(Socket socket, SSLContext context, boolean verify) throws IOException {
        SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(socket, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        if (verify) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        parameters.setApplicationProtocols(new String[] {PROTOCOL});
        tls.setSSLParameters(parameters);
        return tls;
    }

    /** Says hello in HTTP/2; whether the other side does too. */
    private static boolean greet(Socket socket) throws IOException {
        socket.getOutputStream().write(PREFACE);
        socket.getOutputStream().flush();
        byte[] answer = socket.getInputStream().readNBytes(FRAME_HEADER);
        return answer.length == FRAME_HEADER && answer[FRAME_TYPE] == SETTINGS;
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
