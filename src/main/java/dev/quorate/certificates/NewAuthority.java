package dev.quorate.certificates;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.FileNames;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.Subject;
import dev.quorate.pki.foreign.RequestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The authority that a line of {@code pki init} asks for. */
final class NewAuthority {

    static final AuthorityRequest USUAL = AuthorityRequest.of(Subject.ofCommonName("etcd CA"));

    private final AuthorityCommands.Flags flags;
    private final Optional<RequestFile> file;
    private final AuthorityRequest request;

    /** @param base what the cluster file says of its authority, else {@link #USUAL} */
    NewAuthority(Invocation line, AuthorityRequest base) {
        flags = AuthorityCommands.Flags.of(line);
        file = flags.from().map(RequestFile::read);
        request = new AuthorityRequest(
                flags.subject().or(() -> file.map(RequestFile::subject)).orElse(base.subject()),
                flags.keyType().or(() -> file.flatMap(RequestFile::keyType)).orElse(base.keyType()),
                flags.days().orElse(base.validity()),
                flags.pathLength().map(PkiValues.PathLength::number).orElse(base.pathLength()),
                flags.names().isEmpty() ? base.names() : flags.names(),
                PkiFlags.distribution(line, base.distribution()),
                line.get(PkiFlags.DIGEST).or(base::digest));
    }

    AuthorityRequest request() {
        return request;
    }

    FileNames files() {
        return new FileNames(flags.certificateFile(), flags.keyFile());
    }

    boolean encrypted() {
        return flags.encrypt();
    }

    void requireRoom(PkiStore store, boolean replace) {
        if (store.hasAuthority() && !replace) {
            throw taken(store, "--replace makes a new one");
        }
    }

    /** @param way how to replace it nevertheless */
    static OperatorException taken(PkiStore store, String way) {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "there is a CA in " + store.directory() + " already: "
                        + store.authorityCertificate().subject(),
                way + " and parks the old; nothing the old one signed will verify with the new");
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(file.map(RequestFile::mistakes).orElse(List.of()));
        KeyAdvice.of(request.keyType()).ifPresent(notes::add);
        return notes;
    }

    PropertiesView preview(PkiStore store) {
        return PropertiesView.of(
                new PropertiesView.Property(
                        "would make",
                        store.directory().resolve(flags.certificateFile()).toString()),
                new PropertiesView.Property("subject", request.subject().toString()),
                new PropertiesView.Property("key", request.keyType().word()),
                new PropertiesView.Property(
                        "days", Long.toString(request.validity().toDays())));
    }
}
