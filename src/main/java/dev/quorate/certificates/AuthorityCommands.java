package dev.quorate.certificates;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.passphrase.PassphraseFlags;
import dev.quorate.passphrase.Passphrases;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.CertificateAuthority;
import dev.quorate.pki.KeyType;
import dev.quorate.pki.Passphrase;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.RevocationReason;
import dev.quorate.pki.StoreRevocations;
import dev.quorate.pki.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The certificate authority itself: made, opened, and what it takes back. */
final class AuthorityCommands implements CommandGroup {

    private static final Flag<Optional<Subject>> SUBJECT =
            Flag.optional("subject", PkiValues.SUBJECT, "as /C=CA/O=etcd/CN=etcd CA; CN=etcd CA where left out");
    private static final Flag<KeyType> KEY_TYPE =
            Flag.value("key-type", PkiValues.KEY_TYPE, KeyType.EC_P256, "kind and size of the key");
    private static final Flag<Duration> DAYS = Flag.value(
            "days", PkiValues.PERIOD, AuthorityRequest.TEN_YEARS, "how long it is valid: 7305, 7305d or 43800h");
    private static final Flag<PkiValues.PathLength> PATH_LENGTH = Flag.value(
            "path-length",
            PkiValues.PATH_LENGTH,
            new PkiValues.PathLength(OptionalInt.of(0)),
            "CAs that may stand below it: a number, or any");
    private static final Flag<List<AlternativeName>> NAMES =
            Flag.list("san", PkiValues.NAME, "names in the CA's own certificate; it needs none");
    private static final Flag<Optional<Path>> FROM =
            Flag.optional("from", PkiValues.FILE, "takes subject and key type from a cfssl or openssl request file");
    private static final Flag<Boolean> ENCRYPT =
            Flag.bool("encrypt", "stores the key under a passphrase, asked for unless given");
    private static final Flag<String> CERTIFICATE_FILE =
            Flag.value("certificate-file", ValueTypes.TEXT, "ca.crt", "name of the certificate's file");
    private static final Flag<String> KEY_FILE =
            Flag.value("key-file", ValueTypes.TEXT, "ca.key", "name of the key's file");
    private static final Flag<Boolean> REPLACE =
            Flag.bool("replace", "makes a new CA in place of the one there is, which is parked beside");
    private static final Flag<Duration> FOR = Flag.value(
            "for", ValueTypes.DURATION, Duration.ofMinutes(15), "how long this console keeps the key unlocked");
    private static final Argument<String> CERTIFICATE =
            Argument.required("name", PkiValues.CERTIFICATE, "the certificate in the PKI");
    private static final Flag<RevocationReason> REASON = Flag.value(
            "reason", ValueTypes.choice(RevocationReason.class), RevocationReason.UNSPECIFIED, "why it is taken back");
    private static final Flag<Duration> LIST_DAYS =
            Flag.value("list-days", PkiValues.PERIOD, Duration.ofDays(365), "how long the list is valid");

    private static final String INIT_DETAILS = """
                        The key never leaves the folder and is readable by you alone; --encrypt keeps it under a passphrase.
                        What the line does not say is as the cluster file has it, where there is one.

                          pki init --subject "/O=Example/CN=etcd CA" --key-type ec-p384 --days 7305 --encrypt
                        """;

    private final Stores stores;
    private final Passphrases passphrases;

    AuthorityCommands(Stores stores, Passphrases passphrases) {
        this.stores = stores;
        this.passphrases = passphrases;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(init(), unlock(), lock(), revoke(), revocationList());
    }

    private CommandSpec init() {
        return CommandSpec.named("pki init", "Makes a certificate authority")
                .group(CertificateCommands.GROUP)
                .details(INIT_DETAILS)
                .effect(Effect.WRITES)
                .flags(PkiFlags.DIRECTORY, PkiFlags.CLUSTER_FILE, SUBJECT, KEY_TYPE, DAYS, PATH_LENGTH, NAMES, FROM)
                .flags(PkiFlags.REVOCATION_URLS, PkiFlags.ISSUER_URLS, PkiFlags.RESPONDER_URLS, PkiFlags.DIGEST)
                .flags(ENCRYPT, PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                .flags(CERTIFICATE_FILE, KEY_FILE, REPLACE)
                .runs(this::init);
    }

    private void init(Invocation line) {
        PkiStore store = stores.of(line);
        NewAuthority wanted = new NewAuthority(line, inFile(line).orElse(NewAuthority.USUAL));
        wanted.requireRoom(store, line.get(REPLACE));
        if (line.dryRun()) {
            line.print(wanted.preview(store));
            return;
        }
        Optional<Passphrase> passphrase =
                wanted.encrypted() ? Optional.of(passphrases.chosen(line, "the CA's key")) : Optional.empty();
        CertificateAuthority made = store.createAuthority(wanted.request(), wanted.files(), passphrase);
        wanted.notes().forEach(line::note);
        line.print(AuthorityViews.of(store, made.certificate()));
    }

    private Optional<AuthorityRequest> inFile(Invocation line) {
        return stores.clusterSpec(line)
                .map(spec -> spec.certificates().authority().request());
    }

    /** The flags of {@code pki init}, for {@link NewAuthority}. */
    record Flags(
            Optional<Subject> subject,
            Optional<KeyType> keyType,
            Optional<Duration> days,
            Optional<PkiValues.PathLength> pathLength,
            List<AlternativeName> names,
            Optional<Path> from,
            boolean encrypt,
            String certificateFile,
            String keyFile) {

        static Flags of(Invocation line) {
            return new Flags(
                    line.get(SUBJECT),
                    given(line, KEY_TYPE),
                    given(line, DAYS),
                    given(line, PATH_LENGTH),
                    line.get(NAMES),
                    line.get(FROM),
                    line.get(ENCRYPT) || line.given(PassphraseFlags.FILE) || line.given(PassphraseFlags.ENVIRONMENT),
                    line.get(CERTIFICATE_FILE),
                    line.get(KEY_FILE));
        }

        private static <T> Optional<T> given(Invocation line, Flag<T> flag) {
            return line.given(flag) ? Optional.of(line.get(flag)) : Optional.empty();
        }
    }

    private CommandSpec unlock() {
        return CommandSpec.named("pki unlock", "Keeps the CA's key unlocked in this console for a time")
                .group(CertificateCommands.GROUP)
                .flags(PkiFlags.DIRECTORY, FOR, PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                .runs(this::unlock);
    }

    private void unlock(Invocation line) {
        PkiStore store = stores.of(line);
        Path key = store.authorityKeyFile();
        try (Passphrase passphrase = passphrases.of(line).passphraseFor(key.toString())) {
            store.authority(what -> passphrase.copy());
            Instant until = passphrases.keyring().unlock(key, passphrase, line.get(FOR));
            line.note("the CA's key is unlocked in this console until " + until);
        }
    }

    private CommandSpec lock() {
        return CommandSpec.named("pki lock", "Forgets the CA's passphrase")
                .group(CertificateCommands.GROUP)
                .flags(PkiFlags.DIRECTORY)
                .runs(this::lock);
    }

    private void lock(Invocation line) {
        boolean was = passphrases.keyring().lock(stores.of(line).authorityKeyFile());
        line.note(was ? "the CA's key is locked" : "the CA's key was not unlocked");
    }

    private CommandSpec revoke() {
        return CommandSpec.named("pki revoke", "Takes a certificate back and writes the revocation list")
                .group(CertificateCommands.GROUP)
                .details("""
                        etcd reads the list where its client-crl-file names it, at every connection; put the new list on each
                        member. The certificate of a client that is connected stays good until it connects again.
                        Earlier certificates of the same name that have not ended are taken back with it.
                        """)
                .effect(Effect.DISRUPTS)
                .arguments(CERTIFICATE)
                .flags(PkiFlags.DIRECTORY, REASON, LIST_DAYS)
                .flags(PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                .runs(this::revoke);
    }

    private void revoke(Invocation line) {
        PkiStore store = stores.of(line);
        var certificate = store.require(line.get(CERTIFICATE));
        if (line.dryRun()) {
            line.note("would revoke " + certificate.name() + ", " + certificate.certificate());
            return;
        }
        CertificateAuthority authority = passphrases.authority(line, store);
        StoreRevocations.Revoked revoked =
                new StoreRevocations(store).revoke(authority, certificate, line.get(REASON), line.get(LIST_DAYS));
        line.note("put " + revoked.list() + " where each member's client-crl-file names it");
        line.print(AuthorityViews.revoked(certificate, revoked));
    }

    private CommandSpec revocationList() {
        return CommandSpec.named("pki crl", "Writes the revocation list anew, with a later end")
                .group(CertificateCommands.GROUP)
                .effect(Effect.WRITES)
                .flags(PkiFlags.DIRECTORY, LIST_DAYS)
                .flags(PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                .runs(this::revocationList);
    }

    private void revocationList(Invocation line) {
        PkiStore store = stores.of(line);
        StoreRevocations revocations = new StoreRevocations(store);
        if (!line.dryRun()) {
            revocations.refresh(passphrases.authority(line, store), line.get(LIST_DAYS));
        }
        line.print(AuthorityViews.list(store, revocations.serials()));
    }
}
