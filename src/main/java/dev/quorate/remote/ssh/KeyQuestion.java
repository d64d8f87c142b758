package dev.quorate.remote.ssh;

import java.util.Base64;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Asks a server whether a key would do, and signs nothing (RFC 4252, 7): that takes no private key, and logs nobody in. */
final class KeyQuestion extends AbstractAuthMethod {

    private final String algorithm;
    private final byte[] blob;
    private boolean taken;

    /** @param publicKey type and Base64, as {@code authorized_keys} holds it */
    KeyQuestion(String publicKey) {
        super("publickey");
        String[] words = publicKey.split("\\s+");
        algorithm = words[0].equals("ssh-rsa") ? "rsa-sha2-512" : words[0];
        blob = Base64.getDecoder().decode(words[1]);
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return super.buildReq().putBoolean(false).putString(algorithm).putString(blob);
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message == Message.USERAUTH_60) {
            taken = true;
            throw new UserAuthException("it was only asked");
        }
        super.handle(message, packet);
    }

    /** Whether the server would let its owner in. */
    boolean taken() {
        return taken;
    }
}
