package dev.quorate.session;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.EtcdSettings.Credentials;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the password of a session's user: given, in a file, or asked for once and kept in memory. */
final class Passwords {

    private record Place(List<Endpoint> endpoints, String user) {}

    private final PasswordPrompt prompt;
    private final Map<Place, String> typed = new ConcurrentHashMap<>();

    Passwords(PasswordPrompt prompt) {
        this.prompt = prompt;
    }

    /** The session's settings with credentials, if it has a user. */
    EtcdSettings complete(Session session) {
        return completeUnasked(session).orElseGet(() -> {
            Place place = place(session);
            typed.put(place, new String(prompt.ask("Password of " + place.user() + ": ")));
            return with(session, place.user(), typed.getOrDefault(place, ""));
        });
    }

    /** As {@link #complete}, empty where the operator would have to be asked. */
    Optional<EtcdSettings> completeUnasked(Session session) {
        if (session.login().isEmpty()) {
            return Optional.of(session.etcd());
        }
        Login login = session.login().get();
        return password(session, login).map(password -> with(session, login.user(), password));
    }

    void forget() {
        typed.clear();
    }

    private Optional<String> password(Session session, Login login) {
        return switch (login.password()) {
            case Login.Given given -> Optional.of(given.password());
            case Login.InFile inFile -> Optional.of(firstLine(inFile.file()));
            case Login.Asked() -> Optional.ofNullable(typed.get(place(session)));
        };
    }

    private static Place place(Session session) {
        String user = session.login().map(Login::user).orElse("");
        return new Place(session.etcd().endpoints(), user);
    }

    private static EtcdSettings with(Session session, String user, String password) {
        return session.etcd().withCredentials(new Credentials(user, password));
    }

    private static String firstLine(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw OperatorException.of(ExitCode.IO, "cannot read the password file " + file + ": " + e.getMessage());
        }
    }
}
