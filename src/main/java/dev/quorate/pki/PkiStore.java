package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with a certificate authority and what it issued: plain PEM, and {@code index.jsonl} which remembers every issue,
 * revocation and installation. A certificate and its key change together or not at all; what they replace stays beside
 * under its name and the time. Two consoles may use one store: writers wait for each other.
 */
public final class PkiStore {

    private static final String LOCK = ".lock";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Clock clock;

    private PkiStore(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The store in {@code directory}, which is made when something is first written. */
    public static PkiStore at(Path directory, Clock clock) {
        return new PkiStore(directory, clock);
    }

    public Path directory() {
        return directory;
    }

    public boolean hasAuthority() {
        return authorityEntry().isPresent();
    }

    /** The file of the authority's certificate. */
    public Path authorityFile() {
        return directory.resolve(files(requireAuthority()).certificate());
    }

    public Certificate authorityCertificate() {
        return PemFiles.certificates(authorityFile()).getFirst();
    }

    /**
     * Makes the authority.
     *
     * @param passphrase under which its key is stored, if any
     * @throws OperatorException when there is one already
     */
    public CertificateAuthority createAuthority(
            AuthorityRequest request, FileNames files, Optional<Passphrase> passphrase) {
        KeyedCertificate made = CertificateAuthority.create(request, clock);
        writeAuthority(made, files, passphrase);
        return CertificateAuthority.of(made.certificate(), made.keyPair().getPrivate(), clock);
    }

    private void writeAuthority(KeyedCertificate made, FileNames files, Optional<Passphrase> passphrase) {
        IndexEntry entry = entry(IndexEntry.Event.AUTHORITY, "ca").with(made.certificate(), files);
        Pem key = passphrase
                .map(secret -> EncryptedKeys.encrypt(made.keyPair().getPrivate(), secret))
                .orElseGet(() -> PrivateKeys.encode(made.keyPair(), KeyEncoding.PKCS8));
        write(List.of(entry), transaction -> {
            transaction.putPrivate(files.key(), key.bytes());
            transaction.putPublic(
                    files.certificate(), made.certificate().pem().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        });
    }

    /** The authority there is, else a new one in {@code ca.crt} and {@code ca.key}. */
    public CertificateAuthority ensureAuthority(AuthorityRequest request) {
        if (hasAuthority()) {
            return authority(PkiStore::noPassphrase);
        }
        return createAuthority(request, FileNames.crt("ca"), Optional.empty());
    }

    private static Passphrase noPassphrase(String what) {
        throw OperatorException.of(ExitCode.INVALID_INPUT, what + " is encrypted", "unlock it first with pki unlock");
    }

    /** @throws OperatorException when there is none, or key and certificate do not fit */
    public CertificateAuthority authority(PassphraseSource passphrases) {
        FileNames files = files(requireAuthority());
        PrivateKey key = PemFiles.key(directory.resolve(files.key()), passphrases);
        return CertificateAuthority.of(authorityCertificate(), key, clock);
    }

    private IndexEntry requireAuthority() {
        return authorityEntry()
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "there is no CA in " + directory,
                        "make one with pki init, or take over yours with pki import"));
    }

    private Optional<IndexEntry> authorityEntry() {
        return entries().stream()
                .filter(entry -> entry.is(IndexEntry.Event.AUTHORITY))
                .reduce((first, last) -> last);
    }

    /** Makes a key and a certificate and stores both. */
    public IssuedCertificate issue(CertificateAuthority authority, CertificateRequest request) {
        return issue(authority, List.of(request)).getFirst();
    }

    /** Makes all of them or, if one cannot be made, none. */
    public List<IssuedCertificate> issue(CertificateAuthority authority, List<CertificateRequest> requests) {
        List<KeyedCertificate> made = requests.stream().map(authority::issue).toList();
        List<IndexEntry> entries = new ArrayList<>();
        for (int index = 0; index < made.size(); index++) {
            entries.add(issued(requests.get(index), made.get(index).certificate()));
        }
        write(entries, transaction -> {
            for (int index = 0; index < made.size(); index++) {
                put(transaction, requests.get(index), made.get(index));
            }
        });
        return entries.stream().map(this::load).toList();
    }

    private IndexEntry issued(CertificateRequest request, Certificate certificate) {
        return entry(IndexEntry.Event.ISSUED, request.name())
                .with("profile", request.profile().word())
                .with(certificate, request.files());
    }

    private static void put(StoreTransaction transaction, CertificateRequest request, KeyedCertificate made)
            throws IOException {
        Pem key = PrivateKeys.encode(made.keyPair(), request.keyEncoding());
        transaction.putPrivate(request.files().key(), key.bytes());
        transaction.putPublic(
                request.files().certificate(),
                made.certificate().pem().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** The certificate there is, if it is what {@code request} wants and holds for a while; else a new one. */
    public IssuedCertificate ensure(CertificateAuthority authority, CertificateRequest request) {
        return find(request.name())
                .filter(present -> Fitness.fits(present, request, authority, clock.instant()))
                .orElseGet(() -> issue(authority, request));
    }

    /** All that was issued or imported, in the order of their first appearance. */
    public List<IssuedCertificate> certificates() {
        return latest().values().stream()
                .filter(entry -> Files.exists(directory.resolve(files(entry).certificate())))
                .map(this::load)
                .toList();
    }

    public Optional<IssuedCertificate> find(String name) {
        return Optional.ofNullable(latest().get(name))
                .filter(entry -> Files.exists(directory.resolve(files(entry).certificate())))
                .map(this::load);
    }

    private Map<String, IndexEntry> latest() {
        Map<String, IndexEntry> latest = new LinkedHashMap<>();
        for (IndexEntry entry : entries()) {
            if (!entry.get("profile").isEmpty()) {
                latest.put(entry.get("name"), entry);
            }
        }
        return latest;
    }

    private IssuedCertificate load(IndexEntry entry) {
        FileNames files = files(entry);
        Path certificateFile = directory.resolve(files.certificate());
        return new IssuedCertificate(
                entry.get("name"),
                CertificateProfile.valueOf(entry.get("profile").toUpperCase(Locale.ROOT)),
                PemFiles.certificates(certificateFile).getFirst(),
                certificateFile,
                directory.resolve(files.key()));
    }

    private static FileNames files(IndexEntry entry) {
        return new FileNames(entry.get("certificate"), entry.get("key"));
    }

    private IndexEntry entry(IndexEntry.Event event, String name) {
        return IndexEntry.of(clock.instant(), event, name);
    }

    /** Everything that happened, oldest first. An interrupted change is finished before. */
    public List<IndexEntry> entries() {
        try {
            if (!Files.isDirectory(directory)) {
                return List.of();
            }
            if (StoreTransaction.isInterrupted(directory)) {
                locked(() -> StoreTransaction.recover(directory));
            }
            return StoreIndex.read(directory);
        } catch (IOException e) {
            throw StoreFailures.of("read", directory, e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void into(StoreTransaction transaction) throws IOException;
    }

    @FunctionalInterface
    private interface Locked {
        void run() throws IOException;
    }

    private void write(List<IndexEntry> entries, Writing writing) {
        try {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            StoreTransaction.createDirectory(directory);
            locked(() -> {
                StoreTransaction.recover(directory);
                StoreTransaction transaction = StoreTransaction.begin(directory, STAMP.format(clock.instant()));
                writing.into(transaction);
                transaction.commit(entries.stream().map(StoreIndex::format).toList());
            });
        } catch (IOException e) {
            throw StoreFailures.of("write", directory, e);
        }
    }

    private void locked(Locked work) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            work.run();
        } catch (OverlappingFileLockException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.ERROR, "another command is writing to " + directory)
                            .failure(),
                    e);
        }
    }
}
