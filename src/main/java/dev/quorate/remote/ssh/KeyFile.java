package dev.quorate.remote.ssh;

import java.io.IOException;
import java.nio.file.Path;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * A private key in a file, opened.
 *
 * @param state whether it could be used
 * @param provider of the key; of no use unless {@code READY}
 * @param trouble why it cannot be read; empty unless {@code BROKEN}
 */
record KeyFile(Path path, State state, KeyProvider provider, String trouble) {

    enum State {
        READY,
        /** It wants a passphrase, or another one. */
        LOCKED,
        BROKEN
    }

    /** Hands out one passphrase and remembers whether it was wanted. */
    private static final class Finder implements PasswordFinder {
        private final char[] passphrase;
        private boolean asked;

        Finder(char[] passphrase) {
            this.passphrase = passphrase;
        }

        @Override
        public char[] reqPassword(Resource<?> resource) {
            asked = true;
            return passphrase.clone();
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }

    /** @param passphrase empty for none */
    static KeyFile open(SSHClient client, Path path, char[] passphrase) throws IOException {
        Finder finder = new Finder(passphrase);
        KeyProvider provider = client.loadKeys(path.toString(), finder);
        try {
            provider.getPrivate();
            return new KeyFile(path, State.READY, provider, "");
        } catch (IOException | RuntimeException e) {
            State state = finder.asked ? State.LOCKED : State.BROKEN;
            return new KeyFile(path, state, provider, String.valueOf(e.getMessage()));
        }
    }
}
