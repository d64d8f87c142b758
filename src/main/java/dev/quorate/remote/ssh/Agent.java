package dev.quorate.remote.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/** The operator's ssh-agent (draft-ietf-sshm-ssh-agent): which keys it holds, and their signatures. */
final class Agent {

    private static final byte REQUEST_IDENTITIES = 11;
    private static final byte IDENTITIES_ANSWER = 12;
    private static final byte SIGN_REQUEST = 13;
    private static final byte SIGN_RESPONSE = 14;
    private static final int RSA_SHA2_512 = 4;
    private static final int LONGEST_ANSWER = 1 << 20;

    private final Path socket;

    Agent(Path socket) {
        this.socket = socket;
    }

    /**
     * A public key the agent can sign with.
     *
     * @param blob as the protocol encodes it
     */
    record Identity(String type, byte[] blob, String comment) {

        /** What its signatures are made by: keys of type {@code ssh-rsa} no longer sign with SHA-1. */
        String algorithm() {
            return type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
        }
    }

    List<Identity> identities() throws IOException {
        Buffer.PlainBuffer answer = ask(new Buffer.PlainBuffer().putByte(REQUEST_IDENTITIES), IDENTITIES_ANSWER);
        long count = answer.readUInt32();
        List<Identity> identities = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            byte[] blob = answer.readStringAsBytes();
            String type = new Buffer.PlainBuffer(blob).readString();
            identities.add(new Identity(type, blob, answer.readString()));
        }
        return identities;
    }

    /** The signature as the protocol wants it: algorithm and bytes. */
    byte[] sign(Identity identity, byte[] data) throws IOException {
        Buffer.PlainBuffer request = new Buffer.PlainBuffer()
                .putByte(SIGN_REQUEST)
                .putString(identity.blob())
                .putString(data)
                .putUInt32(identity.type().equals("ssh-rsa") ? RSA_SHA2_512 : 0);
        return ask(request, SIGN_RESPONSE).readStringAsBytes();
    }

    private Buffer.PlainBuffer ask(Buffer.PlainBuffer request, byte wanted) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer message = ByteBuffer.wrap(
                    new Buffer.PlainBuffer().putString(request.getCompactData()).getCompactData());
            while (message.hasRemaining()) {
                channel.write(message);
            }
            int length = read(channel, Integer.BYTES).getInt();
            if (length < 1 || length > LONGEST_ANSWER) {
                throw new IOException("the agent answered " + length + " bytes");
            }
            Buffer.PlainBuffer answer =
                    new Buffer.PlainBuffer(read(channel, length).array());
            if (answer.readByte() != wanted) {
                throw new IOException("the agent refused");
            }
            return answer;
        }
    }

    private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the agent hung up");
            }
        }
        return bytes.flip();
    }
}
