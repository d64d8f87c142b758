package dev.quorate.testing.etcd;

import dev.quorate.etcd.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port that answers no connection attempt, as behind a firewall that drops packets: its backlog is full. */
public final class BlackHole implements AutoCloseable {

    private static final int ENOUGH = 8;
    private static final int NO_ANSWER_MILLIS = 100;

    private final ServerSocket socket;
    private final List<Socket> waiting = new ArrayList<>();

    private BlackHole(ServerSocket socket) {
        this.socket = socket;
    }

    public static BlackHole open() throws IOException {
        BlackHole hole = new BlackHole(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
        hole.fill();
        return hole;
    }

    public Endpoint endpoint(String scheme) {
        return new Endpoint(scheme + "://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (Socket one : waiting) {
            one.close();
        }
        socket.close();
    }

    private void fill() throws IOException {
        for (int i = 0; i < ENOUGH; i++) {
            Socket one = new Socket();
            waiting.add(one);
            try {
                one.connect(new InetSocketAddress("127.0.0.1", socket.getLocalPort()), NO_ANSWER_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IllegalStateException("the backlog of " + socket + " does not fill");
    }
}
