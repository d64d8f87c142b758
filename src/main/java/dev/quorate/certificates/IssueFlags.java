package dev.quorate.certificates;

import dev.quorate.certificates.PkiValues.ForRole;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.passphrase.PassphraseFlags;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.IssueMode;
import dev.quorate.pki.KeyEncoding;
import dev.quorate.pki.KeyType;
import dev.quorate.pki.KeyUsage;
import dev.quorate.pki.MemberNames;
import dev.quorate.pki.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a certificate to be made may be told; each but the names for one role only, too: {@code --days client:90}. */
final class IssueFlags {

    static final Flag<Optional<String>> PROFILE =
            Flag.optional("profile", PkiValues.PROFILE, "server, peer, client, combined, or one of the signing policy");
    static final Flag<Optional<Path>> POLICY = Flag.optional(
            "policy", PkiValues.FILE, "cfssl's ca-config.json with profiles; the imported one where left out");
    static final Flag<Optional<Path>> FROM =
            Flag.optional("from", PkiValues.FILE, "a request to sign, or a cfssl or openssl request file to follow");
    static final Flag<List<AlternativeName>> NAMES =
            Flag.list("san", PkiValues.NAME, "names and addresses it is reached by");
    static final Flag<List<AlternativeName>> LOOPBACK = Flag.list(
            "loopback", PkiValues.NAME, "names by which a host reaches itself; localhost,127.0.0.1,::1 where left out");
    static final Flag<List<AlternativeName>> EXTRA =
            Flag.list("extra-san", PkiValues.NAME, "names in every certificate clients see: a load balancer's");
    static final Flag<Optional<IssueMode>> MODE =
            Flag.optional("mode", ValueTypes.choice(IssueMode.class), "which certificates the members have");
    static final Flag<List<MemberNames>> MEMBERS = Flag.repeated(
            "member", PkiValues.MEMBER, "a member, its names and addresses; public: before those only clients use");
    static final Flag<List<String>> CLIENTS = Flag.list(
            "client", ValueTypes.TEXT.named("name"), "a client certificate; its name may be that of an etcd user");
    static final Flag<List<ForRole<Subject>>> SUBJECT = Flag.repeated(
            "subject",
            PkiValues.perRole(PkiValues.SUBJECT),
            "as /O=etcd/CN={member}; {name}, {member} and {role} are filled in");
    static final Flag<List<ForRole<KeyType>>> KEY_TYPE =
            Flag.repeated("key-type", PkiValues.perRole(PkiValues.KEY_TYPE), "kind and size of the key; ec-p256");
    static final Flag<List<ForRole<KeyEncoding>>> ENCODING = Flag.repeated(
            "key-encoding", PkiValues.perRole(ValueTypes.choice(KeyEncoding.class)), "how the key is written; pkcs8");
    static final Flag<List<ForRole<Duration>>> DAYS =
            Flag.repeated("days", PkiValues.perRole(PkiValues.PERIOD), "how long it is valid; 365d");
    static final Flag<List<ForRole<String>>> CERTIFICATE_FILE = Flag.repeated(
            "certificate-file", PkiValues.perRole(ValueTypes.TEXT.named("pattern")), "as {name}.crt or {member}.pem");
    static final Flag<List<ForRole<String>>> KEY_FILE = Flag.repeated(
            "key-file", PkiValues.perRole(ValueTypes.TEXT.named("pattern")), "as {name}.key or {member}-key.pem");
    static final Flag<List<ForRole<KeyUsage>>> KEY_USAGE =
            Flag.list("key-usage", PkiValues.perRole(PkiValues.KEY_USAGE), "instead of the profile's");
    static final Flag<List<ForRole<ExtendedKeyUsage>>> EXTENDED_USAGE =
            Flag.list("extended-key-usage", PkiValues.perRole(PkiValues.EXTENDED_USAGE), "instead of the profile's");

    private IssueFlags() {}

    /** All but those that only plans of several certificates have. */
    static Flag<?>[] ofOne() {
        return new Flag<?>[] {
            PkiFlags.DIRECTORY,
            PkiFlags.CLUSTER_FILE,
            PROFILE,
            POLICY,
            FROM,
            NAMES,
            SUBJECT,
            KEY_TYPE,
            ENCODING,
            DAYS,
            CERTIFICATE_FILE,
            KEY_FILE,
            KEY_USAGE,
            EXTENDED_USAGE,
            PkiFlags.REVOCATION_URLS,
            PkiFlags.ISSUER_URLS,
            PkiFlags.RESPONDER_URLS,
            PkiFlags.DIGEST,
            PassphraseFlags.FILE,
            PassphraseFlags.ENVIRONMENT
        };
    }
}
