package dev.quorate.remote.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Proves possession of a key that the agent keeps (RFC 4252, 7): asks whether the key would do, then signs. */
final class AgentAuthentication extends AbstractAuthMethod {

    private final Agent agent;
    private final Agent.Identity identity;

    AgentAuthentication(Agent agent, Agent.Identity identity) {
        super("publickey");
        this.agent = agent;
        this.identity = identity;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq()
                .putBoolean(signed)
                .putString(identity.algorithm())
                .putString(identity.blob());
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message == Message.USERAUTH_60) {
            params.getTransport().write(signedRequest());
        } else {
            super.handle(message, packet);
        }
    }

    /** An agent that does not sign after all leaves the signature empty: the server refuses and the next key has its turn. */
    private SSHPacket signedRequest() throws UserAuthException {
        SSHPacket request = request(true);
        byte[] signed = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        try {
            return request.putString(agent.sign(identity, signed));
        } catch (IOException e) {
            return request.putString(new byte[0]);
        }
    }
}
