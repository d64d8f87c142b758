package dev.quorate.remote.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;
import net.schmizz.keepalive.KeepAlive;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Factory;

/** Makes clients of sshj, set up against its traps. */
final class Clients {

    private static final int LOST_AFTER = 3;
    private static final Set<String> WEAK_KEY_EXCHANGES =
            Set.of("diffie-hellman-group1-sha1", "diffie-hellman-group14-sha1");

    private final SshLimits limits;
    private final Config config = config();

    Clients(SshLimits limits) {
        this.limits = limits;
    }

    /** A client that is not connected yet. */
    SSHClient client(HostKeyCheck check) {
        SSHClient client = new SSHClient(config);
        client.addHostKeyVerifier(check);
        client.setSocketFactory(new ImmediateSockets());
        client.setConnectTimeout((int) limits.connect().toMillis());
        client.setTimeout((int) limits.connect().toMillis());
        client.getTransport().setTimeoutMs((int) limits.connect().toMillis());
        return client;
    }

    /**
     * Begins to ask whether the server still lives: after the login, since before it a server knows no such question, and the
     * login may wait for an operator. sshj itself would begin on connecting.
     */
    void keepAlive(SSHClient client) {
        KeepAlive asking = client.getConnection().getKeepAlive();
        asking.setKeepAliveInterval((int) limits.keepAlive().toSeconds());
        if (asking instanceof KeepAliveRunner runner) {
            runner.setMaxAliveCount(LOST_AFTER);
        }
        asking.setDaemon(true);
        asking.start();
    }

    /** Without what OpenSSH no longer offers by itself; sshj still has it, hmac-sha1 and hmac-md5 before hmac-sha2. */
    private static Config config() {
        DefaultConfig config = new DefaultConfig();
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        config.setKeyExchangeFactories(without(config.getKeyExchangeFactories(), Clients::isWeakKeyExchange));
        config.setCipherFactories(without(
                config.getCipherFactories(),
                name -> !name.startsWith("aes") && !name.startsWith("chacha20") || name.endsWith("-cbc")));
        config.setMACFactories(without(config.getMACFactories(), name -> !name.startsWith("hmac-sha2")));
        config.setKeyAlgorithms(
                without(config.getKeyAlgorithms(), name -> name.startsWith("ssh-dss") || name.startsWith("ssh-rsa")));
        return config;
    }

    private static boolean isWeakKeyExchange(String name) {
        return WEAK_KEY_EXCHANGES.contains(name) || name.contains("group-exchange-sha1");
    }

    private static <T> List<Factory.Named<T>> without(
            List<Factory.Named<T>> factories, java.util.function.Predicate<String> unwanted) {
        return factories.stream()
                .filter(factory -> !unwanted.test(factory.getName()))
                .toList();
    }

    /**
     * Small packets go out at once: waiting for more costs 40 ms a command. Those sshj asks for are of channels, as waiting for
     * them can be interrupted on any thread.
     */
    private static final class ImmediateSockets extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            return immediate(SocketChannel.open().socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return immediate(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return immediate(new Socket(host, port, localHost, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return immediate(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
                throws IOException {
            return immediate(new Socket(host, port, localHost, localPort));
        }

        private static Socket immediate(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
