package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.method.PasswordResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/**
 * Logs in: with the keys of the agent, then key files that need no passphrase, then those that need one, then a password.
 * What needs an operator comes last, and only where one is there.
 */
final class Authentication {

    /** Servers let whoever was wrong wait for some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Secrets secrets;
    private final Map<String, String> environment;

    Authentication(Secrets secrets, Map<String, String> environment) {
        this.secrets = secrets;
        this.environment = environment;
    }

    /** @throws OperatorException saying what was tried */
    void logIn(SSHClient client, Stop stop) throws IOException, InterruptedException {
        client.getTransport().setTimeoutMs((int) PATIENCE.toMillis());
        List<String> tried = new ArrayList<>();
        List<KeyFile> files = keyFiles(client, stop);
        if (offered(client, stop, ready(files, stop, tried))) {
            return;
        }
        for (KeyFile file : files) {
            if (file.state() == KeyFile.State.LOCKED && unlocked(client, stop, file, tried)) {
                return;
            }
        }
        if (takesPassword(client) && withPassword(client, stop, tried)) {
            return;
        }
        throw refused(stop, tried);
    }

    private List<KeyFile> keyFiles(SSHClient client, Stop stop) throws IOException {
        List<KeyFile> files = new ArrayList<>();
        for (Path path : stop.identities()) {
            if (!Files.isReadable(path)) {
                throw OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "the private key %s of host %s cannot be read".formatted(path, stop.name()),
                        "name another with --identity, or in IdentityFile of ~/.ssh/config");
            }
            files.add(KeyFile.open(client, path, new char[0]));
        }
        return files;
    }

    private List<AuthMethod> ready(List<KeyFile> files, Stop stop, List<String> tried) {
        List<AuthMethod> methods = new ArrayList<>();
        for (Agent.Identity identity : agentIdentities(stop)) {
            methods.add(new AgentAuthentication(agent().orElseThrow(), identity));
            tried.add(identity.comment() + " of the agent");
        }
        for (KeyFile file : files) {
            switch (file.state()) {
                case READY -> {
                    methods.add(new AuthPublickey(file.provider()));
                    tried.add(file.path().toString());
                }
                case BROKEN -> tried.add("%s, which is no private key (%s)".formatted(file.path(), file.trouble()));
                case LOCKED -> {}
            }
        }
        return methods;
    }

    private Optional<Agent> agent() {
        return Optional.ofNullable(environment.get("SSH_AUTH_SOCK"))
                .filter(socket -> !socket.isEmpty())
                .map(socket -> new Agent(Path.of(socket)));
    }

    /** An agent that cannot be asked has no keys. Where only named keys are to be tried, it is asked for those. */
    private List<Agent.Identity> agentIdentities(Stop stop) {
        if (agent().isEmpty()) {
            return List.of();
        }
        try {
            return agent().get().identities().stream()
                    .filter(identity -> !stop.identitiesOnly() || isOneOf(stop.identities(), identity))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isOneOf(List<Path> files, Agent.Identity identity) {
        return files.stream().anyMatch(file -> {
            try {
                String[] words =
                        Files.readString(Path.of(file + ".pub")).strip().split("\\s+");
                return words.length > 1 && Arrays.equals(Base64.getDecoder().decode(words[1]), identity.blob());
            } catch (IOException | IllegalArgumentException e) {
                return false;
            }
        });
    }

    /** A server that knows no key still says, when asked for nothing, which ways in it has. */
    private static boolean offered(SSHClient client, Stop stop, List<AuthMethod> methods) throws IOException {
        try {
            client.auth(stop.user(), methods.isEmpty() ? List.of(new AuthNone()) : methods);
            return true;
        } catch (UserAuthException e) {
            return refusal(e);
        }
    }

    /** No answer is no refusal: the next attempt would be taken for the one that is still being thought about. */
    private static boolean refusal(UserAuthException e) throws UserAuthException {
        if (ConnectFailure.cause(e, TimeoutException.class).isPresent()) {
            throw e;
        }
        return false;
    }

    private boolean unlocked(SSHClient client, Stop stop, KeyFile file, List<String> tried)
            throws IOException, InterruptedException {
        KeyFile[] opened = {file};
        boolean right = secrets.open("passphrase " + file.path(), "Passphrase of " + file.path() + ": ", passphrase -> {
            opened[0] = KeyFile.open(client, file.path(), passphrase);
            return opened[0].state() == KeyFile.State.READY;
        });
        if (!right) {
            tried.add(file.path()
                    + (secrets.person() ? ", whose passphrase was not given" : ", which wants a passphrase"));
            return false;
        }
        tried.add(file.path().toString());
        return offered(client, stop, List.of(new AuthPublickey(opened[0].provider())));
    }

    private static boolean takesPassword(SSHClient client) {
        return client.isConnected() && (allows(client, "password") || allows(client, "keyboard-interactive"));
    }

    private static boolean allows(SSHClient client, String method) {
        return client.getUserAuth().getAllowedMethods().stream().anyMatch(method::equals);
    }

    private boolean withPassword(SSHClient client, Stop stop, List<String> tried)
            throws IOException, InterruptedException {
        if (secrets.person()) {
            tried.add("a password");
        }
        String prompt = "Password of " + stop + ": ";
        return secrets.open("password " + stop.user(), prompt, password -> {
            try {
                client.auth(stop.user(), passwordMethod(client, PasswordUtils.createOneOff(password.clone())));
                return true;
            } catch (UserAuthException e) {
                return refusal(e);
            }
        });
    }

    /** One way only: a server counts each that fails, and ends the connection after a few. */
    private static AuthMethod passwordMethod(SSHClient client, PasswordFinder password) {
        return allows(client, "password")
                ? new AuthPassword(password)
                : new AuthKeyboardInteractive(new PasswordResponseProvider(password));
    }

    private static OperatorException refused(Stop stop, List<String> tried) {
        String what = tried.isEmpty()
                ? "no private key to log in to %s with".formatted(stop)
                : "%s lets nobody in with %s".formatted(stop, String.join(", ", tried));
        String hint =
                "name the user and key with --ssh-user and --identity, or bring your key there once: host copy-key --hosts "
                        + stop.login();
        return new OperatorException(new Failure(what, hint, ExitCode.BAD_CONNECTION));
    }
}
