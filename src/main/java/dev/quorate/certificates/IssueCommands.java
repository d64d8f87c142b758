package dev.quorate.certificates;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.passphrase.PassphraseFlags;
import dev.quorate.passphrase.Passphrases;
import dev.quorate.pki.CertificateAuthority;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.SigningRequest;
import dev.quorate.pki.StoreRequests;
import dev.quorate.pki.foreign.RequestFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes certificates: issued here, requested elsewhere, or issued again. */
final class IssueCommands implements CommandGroup {

    static final Argument<Optional<String>> NAME =
            Argument.optional("name", PkiValues.CERTIFICATE, "what the certificate is called");
    private static final Argument<String> REQUESTED =
            Argument.required("name", PkiValues.CERTIFICATE, "what the certificate is called");
    private static final Argument<List<String>> RENEWED =
            Argument.rest("name", PkiValues.CERTIFICATE, "certificates to renew");
    private static final Flag<Boolean> ALL = Flag.bool("all", "renews every certificate");
    private static final Flag<Boolean> NEW_KEY = Flag.bool("new-key", "makes a new key too");
    private static final Flag<Boolean> AUTHORITY =
            Flag.bool("ca", "renews the CA's own certificate, with its key, so that all it signed stays valid");

    private static final String ISSUE_DETAILS = """
                        What is there already and fits is kept; what is replaced stays beside, under its name and the time.
                        Without a name, a member or a client all is made that the cluster file asks for; what the line gives
                        comes before the file.
                        Server certificates carry clientAuth too, because etcd's gateway is a client of its own port.

                          pki issue root --profile client
                          pki issue etcd1 --profile combined --san etcd1,etcd1.example.com,10.0.0.1,127.0.0.1
                          pki issue --mode per-member --member etcd1=10.0.0.1 --member etcd2=10.0.0.2 --client healthcheck
                          pki issue server --profile server --from server.json --policy ca-config.json
                          pki issue guest --profile client --from guest.csr

                        Modes: per-member, one-for-all, shared-names, combined, cluster-server.
                        """;

    private static final String RENEW_DETAILS = """
                        The key stays unless --new-key is given; the old files stay beside. etcd reads renewed files at the next
                        connection, without a restart; check with pki list --served.

                          pki renew etcd1-server etcd1-peer
                          pki renew --within 30d
                        """;

    private final Stores stores;
    private final Passphrases passphrases;

    IssueCommands(Stores stores, Passphrases passphrases) {
        this.stores = stores;
        this.passphrases = passphrases;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(issue(), request(), renew());
    }

    private CommandSpec issue() {
        return CommandSpec.named("pki issue", "Makes certificates: one by its name, or all of a cluster")
                .group(CertificateCommands.GROUP)
                .details(ISSUE_DETAILS)
                .effect(Effect.WRITES)
                .arguments(NAME)
                .flags(IssueFlags.ofOne())
                .flags(IssueFlags.MODE, IssueFlags.MEMBERS, IssueFlags.LOOPBACK, IssueFlags.EXTRA, IssueFlags.CLIENTS)
                .runs(this::issue);
    }

    private void issue(Invocation line) {
        PkiStore store = stores.of(line);
        Optional<Path> request = line.get(IssueFlags.FROM).filter(SigningRequest::isIn);
        if (request.isPresent()) {
            sign(line, store, request.get());
            return;
        }
        Issuing issuing = new Issuing(store, stores.clock());
        List<CertificateRequest> requests = issuing.requests(wanted(line, store), line);
        if (line.dryRun()) {
            line.print(issuing.preview(requests));
            return;
        }
        issue(line, issuing, requests);
    }

    private void issue(Invocation line, Issuing issuing, List<CertificateRequest> requests) {
        CertificateAuthority authority = passphrases.authority(line, issuing.store());
        issuing.notes(requests, authority).forEach(line::note);
        line.print(issuing.issue(authority, requests));
    }

    private Wanted wanted(Invocation line, PkiStore store) {
        Wanted wanted =
                new Wanted(line, store, line.get(IssueFlags.FROM).map(RequestFile::read), stores.clusterSpec(line));
        wanted.mistakes().forEach(line::note);
        return wanted;
    }

    private void sign(Invocation line, PkiStore store, Path file) {
        Issuing issuing = new Issuing(store, stores.clock());
        SigningRequest request = SigningRequest.read(file);
        CertificateRequest terms =
                issuing.terms(new Wanted(line, store, Optional.empty(), Optional.empty()), line, file);
        if (line.dryRun()) {
            line.print(issuing.preview(List.of(terms)));
            return;
        }
        CertificateAuthority authority = passphrases.authority(line, store);
        line.print(issuing.rows(List.of(new StoreRequests(store).sign(authority, request, terms)), "issued"));
    }

    private CommandSpec request() {
        return CommandSpec.named("pki request", "Makes a key and a request for a CA that lives elsewhere")
                .group(CertificateCommands.GROUP)
                .details("The certificate that comes back is taken in with pki import FILE.")
                .effect(Effect.WRITES)
                .arguments(REQUESTED)
                .flags(IssueFlags.ofOne())
                .runs(this::request);
    }

    private void request(Invocation line) {
        PkiStore store = stores.of(line);
        CertificateRequest request = wanted(line, store).one(line.get(REQUESTED));
        if (line.dryRun()) {
            line.print(new Issuing(store, stores.clock()).preview(List.of(request)));
            return;
        }
        Path file = new StoreRequests(store).create(request);
        Path key = store.directory().resolve(request.files().key());
        line.note("have it signed, then: pki import CERTIFICATE");
        line.print(PropertiesView.of(
                new PropertiesView.Property("request", file.toString()),
                new PropertiesView.Property("key", key.toString())));
    }

    private CommandSpec renew() {
        return CommandSpec.named("pki renew", "Makes certificates again, with the names and usages they have")
                .group(CertificateCommands.GROUP)
                .details(RENEW_DETAILS)
                .effect(Effect.WRITES)
                .arguments(RENEWED)
                .flags(PkiFlags.DIRECTORY, ALL, PkiFlags.WITHIN, NEW_KEY, AUTHORITY)
                .flags(PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                .runs(this::renew);
    }

    private void renew(Invocation line) {
        PkiStore store = stores.of(line);
        Renewing renewing = new Renewing(store, stores.clock());
        Renewing.Choice choice = choice(line);
        renewing.requireNoRevoked(choice);
        if (line.dryRun()) {
            line.print(renewing.preview(choice));
            return;
        }
        CertificateAuthority authority = passphrases.authority(line, store);
        renewing.notes(authority, choice).forEach(line::note);
        line.print(renewing.renew(authority, choice));
    }

    private static Renewing.Choice choice(Invocation line) {
        return new Renewing.Choice(
                line.get(RENEWED),
                line.get(ALL),
                Optional.of(line.get(PkiFlags.WITHIN)).filter(time -> line.given(PkiFlags.WITHIN)),
                line.get(AUTHORITY),
                line.get(NEW_KEY));
    }
}
