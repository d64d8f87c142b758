package dev.quorate.remote.ssh;

import dev.quorate.remote.Host;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hosts by their settings. A host keeps its connection until this is closed; passwords and passphrases are asked for once for
 * all of them. Nothing connects before it is used.
 */
public final class SshHosts implements AutoCloseable {

    private final Connector connector;
    private final Elevator elevator;
    private final Map<SshSettings, SshHost> hosts = new ConcurrentHashMap<>();

    /** @param environment {@code HOME} and {@code SSH_AUTH_SOCK} count */
    public SshHosts(SshQuestions questions, Map<String, String> environment, SshLimits limits) {
        Secrets secrets = new Secrets(questions);
        connector = new Connector(
                new Clients(limits),
                new Routes(environment),
                new Authentication(secrets, environment),
                secrets,
                limits);
        elevator = new Elevator(secrets);
    }

    public Host host(SshSettings settings) {
        return hosts.computeIfAbsent(settings, each -> new SshHost(each, connector, elevator));
    }

    /** The key a host shows at present; nobody logs in to it. */
    public SeenHostKey hostKey(SshSettings settings) throws InterruptedException {
        return connector.look(settings);
    }

    /**
     * Whether a host lets in who has a key, by the server's own word: whatever it looks at besides the list of keys, such as who
     * may write to the home directory, is looked at.
     *
     * @param publicKey as {@code authorized_keys} holds it
     */
    public boolean letsIn(SshSettings settings, String publicKey) throws InterruptedException {
        return connector.letsIn(settings, publicKey);
    }

    @Override
    public void close() {
        hosts.values().forEach(SshHost::close);
        hosts.clear();
    }
}
