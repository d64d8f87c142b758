package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder with a certificate authority and what it issued: plain PEM, and {@code index.jsonl} which remembers every issue,
 * revocation and installation. A certificate and its key change at one instant, for whoever reads them, too; what they
 * replace stays beside under its name and the time. Two consoles may use one store: writers wait for each other.
 */
public final class PkiStore {

    /** What the authority is called in the index. */
    public static final String AUTHORITY = "ca";

    /** cfssl's signing policy, where one was imported. */
    public static final String POLICY = "ca-config.json";

    /** For those who cannot ask for a passphrase. */
    public static final PassphraseSource NO_PASSPHRASE = what -> {
        throw OperatorException.of(ExitCode.INVALID_INPUT, what + " is encrypted", "unlock it first with pki unlock");
    };

    private final StoreFolder folder;

    private PkiStore(StoreFolder folder) {
        this.folder = folder;
    }

    /** The store in {@code directory}, which is made when something is first written. */
    public static PkiStore at(Path directory, Clock clock) {
        return new PkiStore(new StoreFolder(directory, clock));
    }

    public Path directory() {
        return folder.directory();
    }

    StoreFolder folder() {
        return folder;
    }

    /** Everything that happened here, oldest first. What an interrupted change left is tidied before. */
    public List<IndexEntry> entries() {
        return folder.entries();
    }

    public boolean hasAuthority() {
        return authorityEntry().isPresent();
    }

    /** The file of the authority's certificate. */
    public Path authorityFile() {
        return folder.file(authorityFiles().certificate());
    }

    /** The file of the authority's key; it does not exist where the authority lives elsewhere. */
    public Path authorityKeyFile() {
        return folder.file(authorityFiles().key());
    }

    /** Whether the authority's key is here. */
    public boolean signsHere() {
        return Files.exists(authorityKeyFile());
    }

    public Certificate authorityCertificate() {
        return PemFiles.certificates(authorityFile()).getFirst();
    }

    FileNames authorityFiles() {
        return authorityEntry().map(IndexEntry::files).orElseThrow(this::noAuthority);
    }

    private OperatorException noAuthority() {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "there is no CA in " + folder.directory(),
                "make one with pki init, or take over yours with pki import");
    }

    private Optional<IndexEntry> authorityEntry() {
        return entries().stream()
                .filter(entry -> entry.is(IndexEntry.Event.AUTHORITY))
                .reduce((first, last) -> last);
    }

    /**
     * Makes the authority. One that is there already is parked beside.
     *
     * @param passphrase under which its key is stored, if any
     */
    public CertificateAuthority createAuthority(
            AuthorityRequest request, FileNames files, Optional<Passphrase> passphrase) {
        KeyedCertificate made = CertificateAuthority.create(request, folder.clock());
        Pem key = passphrase
                .map(secret -> EncryptedKeys.encrypt(made.keyPair().getPrivate(), secret))
                .orElseGet(() -> PrivateKeys.encode(made.keyPair(), KeyEncoding.PKCS8));
        putAuthority(made.certificate(), Optional.of(key.bytes()), files);
        return new CertificateAuthority(made.certificate(), made.keyPair().getPrivate(), folder.clock());
    }

    void putAuthority(Certificate certificate, Optional<byte[]> key, FileNames files) {
        IndexEntry entry = folder.entry(IndexEntry.Event.AUTHORITY, AUTHORITY)
                .with(certificate)
                .with(files);
        boolean keyIsAnothers = key.isEmpty() && hasAuthority() && !authorityHasKeyOf(certificate);
        folder.write(List.of(entry), transaction -> {
            if (key.isPresent()) {
                transaction.putPrivate(files.key(), key.get());
            }
            if (keyIsAnothers) {
                transaction.park(files.key());
            }
            transaction.putPublic(files.certificate(), certificate.pemBytes());
        });
    }

    /** Whether {@code certificate} is of the same key as the authority there is, as a renewed one would be. */
    public boolean authorityHasKeyOf(Certificate certificate) {
        return authorityCertificate().isOf(certificate.x509().getPublicKey());
    }

    /** The authority there is, else a new one in {@code ca.crt} and {@code ca.key}, not encrypted. */
    public CertificateAuthority ensureAuthority(AuthorityRequest request) {
        return ensureAuthority(request, NO_PASSPHRASE);
    }

    /** @param passphrases of the key of the authority there is, should it be encrypted */
    public CertificateAuthority ensureAuthority(AuthorityRequest request, PassphraseSource passphrases) {
        if (hasAuthority()) {
            return authority(passphrases);
        }
        return createAuthority(request, FileNames.crt(AUTHORITY), Optional.empty());
    }

    /** @throws OperatorException when there is none, its key is elsewhere, or key and certificate do not fit */
    public CertificateAuthority authority(PassphraseSource passphrases) {
        Path keyFile = authorityKeyFile();
        if (!Files.exists(keyFile)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the CA's key " + keyFile + " is not here",
                    "make requests with pki request, have them signed where the key is, and take the certificates in"
                            + " with pki import");
        }
        PrivateKey key = PemFiles.key(keyFile, passphrases);
        return CertificateAuthority.of(authorityCertificate(), key, folder.clock());
    }

    /** Makes a key and a certificate and stores both. */
    public IssuedCertificate issue(CertificateAuthority authority, CertificateRequest request) {
        return issue(authority, List.of(request)).getFirst();
    }

    /** Makes all of them or, if one cannot be made, none. */
    public List<IssuedCertificate> issue(CertificateAuthority authority, List<CertificateRequest> requests) {
        List<KeyedCertificate> made = authority.issue(requests);
        List<IndexEntry> entries = new ArrayList<>();
        for (int index = 0; index < made.size(); index++) {
            entries.add(entry(
                    IndexEntry.Event.ISSUED,
                    requests.get(index),
                    made.get(index).certificate()));
        }
        folder.write(entries, transaction -> {
            for (int index = 0; index < made.size(); index++) {
                put(transaction, requests.get(index), made.get(index));
            }
        });
        List<IssuedCertificate> issued = new ArrayList<>();
        for (int index = 0; index < made.size(); index++) {
            issued.add(stored(entries.get(index), made.get(index).certificate()));
        }
        return issued;
    }

    IndexEntry entry(IndexEntry.Event event, CertificateRequest request, Certificate certificate) {
        return folder.entry(event, request.name())
                .with("profile", request.profile().word())
                .withUnlessEmpty("member", request.special().member())
                .with(certificate)
                .with(request.files());
    }

    private static void put(StoreTransaction transaction, CertificateRequest request, KeyedCertificate made)
            throws IOException {
        Pem key = PrivateKeys.encode(made.keyPair(), request.keyEncoding());
        transaction.putPrivate(request.files().key(), key.bytes());
        transaction.putPublic(request.files().certificate(), made.certificate().pemBytes());
    }

    /** The certificate there is, if it is what {@code request} wants and holds for a while; else a new one. */
    public IssuedCertificate ensure(CertificateAuthority authority, CertificateRequest request) {
        return fitting(authority.certificate(), request).orElseGet(() -> issue(authority, request));
    }

    /** Those of {@code requests} for which there is no certificate that {@link #ensure} would leave as it is. */
    public List<CertificateRequest> missing(List<CertificateRequest> requests) {
        if (!hasAuthority()) {
            return requests;
        }
        Certificate authority = authorityCertificate();
        Map<String, IssuedCertificate> present = byName();
        Set<String> revoked = new StoreRevocations(this).serials();
        Instant now = folder.clock().instant();
        return requests.stream()
                .filter(request -> Optional.ofNullable(present.get(request.name()))
                        .filter(each -> !revoked.contains(each.certificate().serialText()))
                        .filter(each -> signsHere()
                                ? Fitness.fits(each, request, authority, now)
                                : Fitness.serves(each, request, authority, now))
                        .isEmpty())
                .toList();
    }

    /** {@link #certificates} by their names. */
    public Map<String, IssuedCertificate> byName() {
        Map<String, IssuedCertificate> byName = new LinkedHashMap<>();
        certificates().forEach(each -> byName.put(each.name(), each));
        return byName;
    }

    private Optional<IssuedCertificate> fitting(Certificate authority, CertificateRequest request) {
        Instant now = folder.clock().instant();
        Set<String> revoked = new StoreRevocations(this).serials();
        return find(request.name())
                .filter(present -> !revoked.contains(present.certificate().serialText()))
                .filter(present -> Fitness.fits(present, request, authority, now));
    }

    /** All that was issued or imported, in the order of their first appearance. */
    public List<IssuedCertificate> certificates() {
        return latest().values().stream().filter(this::isThere).map(this::load).toList();
    }

    public Optional<IssuedCertificate> find(String name) {
        return Optional.ofNullable(latest().get(name)).filter(this::isThere).map(this::load);
    }

    /** @throws OperatorException when there is none of that name */
    public IssuedCertificate require(String name) {
        return find(name)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "no certificate named " + name + " in " + folder.directory(),
                        name.equals(AUTHORITY)
                                ? "the CA itself is renewed by pki renew --ca, and taken back by nobody"
                                : "pki list shows those there are"));
    }

    private boolean isThere(IndexEntry entry) {
        return Files.exists(folder.file(entry.files().certificate()));
    }

    private Map<String, IndexEntry> latest() {
        Map<String, IndexEntry> latest = new LinkedHashMap<>();
        for (IndexEntry entry : entries()) {
            if (!entry.get("profile").isEmpty() && !entry.is(IndexEntry.Event.REQUESTED)) {
                latest.put(entry.get("name"), entry);
            }
        }
        return latest;
    }

    private IssuedCertificate load(IndexEntry entry) {
        Path file = folder.file(entry.files().certificate());
        return stored(entry, PemFiles.certificates(file).getFirst());
    }

    private IssuedCertificate stored(IndexEntry entry, Certificate certificate) {
        return new IssuedCertificate(
                entry.get("name"),
                CertificateProfile.valueOf(entry.get("profile").toUpperCase(Locale.ROOT)),
                Optional.of(entry.get("member")).filter(member -> !member.isEmpty()),
                certificate,
                folder.file(entry.files().certificate()),
                folder.file(entry.files().key()));
    }

    /** What was put where, the last to each place. */
    public Map<String, IndexEntry> installations() {
        Map<String, IndexEntry> places = new LinkedHashMap<>();
        for (IndexEntry entry : entries()) {
            if (entry.is(IndexEntry.Event.INSTALLED)) {
                places.put(entry.get("where"), entry);
            }
        }
        return places;
    }

    /** Whether {@code installation} is on record as the last at its place. */
    public boolean knows(Installation installation) {
        IndexEntry last = installations().get(installation.where());
        return last != null
                && last.get("serial")
                        .equals(installation.certificate().certificate().serialText());
    }

    /** Remembers that certificates were put on hosts. */
    public void record(List<Installation> installations) {
        if (installations.isEmpty()) {
            return;
        }
        List<IndexEntry> added = installations.stream().map(this::entry).toList();
        folder.write(added, transaction -> {});
    }

    private IndexEntry entry(Installation installation) {
        return folder.entry(
                        IndexEntry.Event.INSTALLED, installation.certificate().name())
                .with("serial", installation.certificate().certificate().serialText())
                .with("where", installation.where());
    }
}
