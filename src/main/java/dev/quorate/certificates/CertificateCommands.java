package dev.quorate.certificates;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.passphrase.PassphraseFlags;
import dev.quorate.passphrase.Passphrases;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreRevocations;
import dev.quorate.session.Connections;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import dev.quorate.time.Lengths;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code pki …}; looking at certificates itself, what changes them in its parts. */
public final class CertificateCommands implements CommandGroup {

    static final String GROUP = "Certificates";

    private static final Flag<Boolean> SERVED =
            Flag.bool("served", "shakes hands with each member's client and peer port and shows what it really serves");
    private static final Argument<String> SHOWN =
            Argument.required("file|name", PkiValues.CERTIFICATE, "a certificate's file or its name in the PKI");
    private static final Argument<Path> CERTIFICATE =
            Argument.required("certificate", PkiValues.FILE, "the certificate's file");
    private static final Argument<Optional<Path>> KEY = Argument.optional("key", PkiValues.FILE, "the key's file");
    private static final Argument<Optional<Path>> CA =
            Argument.optional("ca", PkiValues.FILE, "the CA's file; the PKI's own where left out");
    private static final Flag<Optional<CertificateProfile>> PROFILE =
            Flag.optional("profile", ValueTypes.choice(CertificateProfile.class), "what it is for");

    private static final String LINT_DETAILS = """
                        The matrix has a row for each host by which a member is reached and a column for each certificate: yes
                        where the certificate has the name, NO where it should, no where it might. Hosts come from the cluster
                        file, the members' configurations and the members themselves; or from what the line gives alone.

                          pki lint
                          pki lint --config etcd1/etcd.service --config etcd2/etcd.conf.yml
                          pki lint --member etcd1=10.0.0.1,etcd1.example.com
                        """;

    private final Stores stores;
    private final Passphrases passphrases;
    private final ServedCertificates served;
    private final List<CommandGroup> parts;

    public CertificateCommands(
            Sessions sessions, Connections connections, QuorateHome home, Clock clock, Passphrases passphrases) {
        stores = new Stores(sessions, home, clock);
        this.passphrases = passphrases;
        served = new ServedCertificates(new KnownMembers(sessions, connections), clock);
        parts = List.of(
                new AuthorityCommands(stores, passphrases),
                new IssueCommands(stores, passphrases),
                new ExchangeCommands(stores, passphrases));
    }

    @Override
    public List<CommandSpec> commands() {
        Stream<CommandSpec> own = Stream.of(list(), expiring(), show(), verify(), lint());
        return Stream.concat(parts.stream().flatMap(part -> part.commands().stream()), own)
                .toList();
    }

    private CommandSpec list() {
        return CommandSpec.named("pki list", "Lists all certificates, those in the PKI or those really served")
                .group(GROUP)
                .flags(PkiFlags.DIRECTORY, SERVED)
                .runs(this::list);
    }

    private void list(Invocation line) throws InterruptedException {
        if (line.get(SERVED)) {
            ServedCertificates.Result result = served.look();
            result.failures().forEach(line::note);
            line.print(result.view());
            return;
        }
        line.print(new StoredCertificates(stores.existing(line), stores.clock()).all());
    }

    private CommandSpec expiring() {
        return CommandSpec.named("pki expiring", "Lists the certificates that end soon, the CA's among them")
                .group(GROUP)
                .flags(PkiFlags.DIRECTORY, PkiFlags.WITHIN)
                .runs(this::expiring);
    }

    private void expiring(Invocation line) {
        Duration time = line.get(PkiFlags.WITHIN);
        CertificateListView ending = new StoredCertificates(stores.existing(line), stores.clock()).endingWithin(time);
        if (ending.rows().isEmpty()) {
            line.note("nothing ends within " + Lengths.text(time));
        }
        line.print(ending);
    }

    private CommandSpec show() {
        return CommandSpec.named("pki show", "Shows all that stands in a certificate")
                .group(GROUP)
                .arguments(SHOWN)
                .flags(PkiFlags.DIRECTORY)
                .runs(this::show);
    }

    private void show(Invocation line) {
        CertificateFile file = CertificateFile.named(line.get(SHOWN), () -> stores.of(line));
        line.print(CertificateDetails.of(file, stores.clock().instant()));
    }

    private CommandSpec verify() {
        return CommandSpec.named("pki verify", "Checks a certificate against its key and its CA")
                .group(GROUP)
                .arguments(CERTIFICATE, KEY, CA)
                .flags(PkiFlags.DIRECTORY, PROFILE, PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                .runs(this::verify);
    }

    private void verify(Invocation line) {
        Verification verification = new Verification(stores.clock().instant(), passphrases.of(line));
        FindingsView findings =
                verification.of(line.get(CERTIFICATE), line.get(KEY), () -> trusted(line), line.get(PROFILE));
        line.print(findings);
        findings.requireNoBlocker();
    }

    /** The CA that is given, else the PKI's own, which knows what it took back. */
    private Verification.Trusted trusted(Invocation line) {
        if (line.get(CA).isPresent()) {
            return new Verification.Trusted(line.get(CA).get(), Set.of());
        }
        PkiStore store = stores.of(line);
        return new Verification.Trusted(store.authorityFile(), new StoreRevocations(store).serials());
    }

    private CommandSpec lint() {
        return CommandSpec.named("pki lint", "Checks every name, usage, key, date and permission, with remedies")
                .group(GROUP)
                .details(LINT_DETAILS)
                .flags(PkiFlags.DIRECTORY, PkiFlags.CLUSTER_FILE)
                .flags(LintFlags.MEMBERS, LintFlags.CONFIGURATIONS, LintFlags.OFFLINE)
                .runs(this::lint);
    }

    private void lint(Invocation line) {
        PkiStore store = stores.of(line);
        TargetSources.Learned learned = TargetSources.learn(line, served.members(), stores);
        LintView result = new Lint(store, stores.clock().instant()).check(learned);
        line.print(result);
        result.findings().requireNoBlocker();
    }
}
