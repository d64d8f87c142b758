package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in what other programs made. Keys are copied as they are, encrypted ones stay so. */
public final class StoreImports {

    private final PkiStore store;

    public StoreImports(PkiStore store) {
        this.store = store;
    }

    /**
     * Takes an authority in.
     *
     * @param key empty if it lives elsewhere: nothing can be issued then, but requests can be made
     */
    public Certificate authority(Path certificateFile, Optional<Path> key, PassphraseSource passphrases) {
        Certificate certificate = PemFiles.certificates(certificateFile).getFirst();
        Optional<byte[]> keyContent = Optional.empty();
        if (key.isPresent()) {
            PrivateKey opened = PemFiles.key(key.get(), passphrases);
            CertificateAuthority.of(certificate, opened, store.folder().clock());
            keyContent = Optional.of(bytes(key.get()));
        } else {
            CertificateAuthority.requireSigns(certificate);
        }
        store.putAuthority(certificate, keyContent, authorityFiles(certificate, certificateFile, key));
        return certificate;
    }

    /** The key that is here already stays where it is, should it be the one of {@code certificate}. */
    private FileNames authorityFiles(Certificate certificate, Path file, Optional<Path> key) {
        FileNames names = files(file, key);
        if (key.isEmpty() && store.hasAuthority() && store.authorityHasKeyOf(certificate)) {
            return new FileNames(names.certificate(), store.authorityFiles().key());
        }
        return names;
    }

    /** Under the names they had, so that cfssl's and openssl's users find them. */
    private static FileNames files(Path certificate, Optional<Path> key) {
        String name = certificate.getFileName().toString();
        return key.map(file -> new FileNames(name, file.getFileName().toString()))
                .orElseGet(() -> new FileNames(name, name.replaceFirst("\\.[^.]*$", "") + ".key"));
    }

    /**
     * Takes a leaf in: a certificate with its key, or one that answers a request made here.
     *
     * @param name what it shall be called; as its request or its file where empty
     * @param profile as its usages tell where empty
     */
    public IssuedCertificate certificate(
            Path certificateFile,
            Optional<Path> key,
            Optional<String> name,
            Optional<CertificateProfile> profile,
            PassphraseSource passphrases) {
        Certificate certificate = PemFiles.certificates(certificateFile).getFirst();
        Optional<IndexEntry> request = new StoreRequests(store).answeredBy(certificate);
        if (key.isEmpty() && request.isPresent()) {
            return answer(certificate, request.get());
        }
        PrivateKey opened = PemFiles.key(key.orElseThrow(() -> noKey(certificateFile)), passphrases);
        requireMatch(certificate, opened);
        String chosen = name.orElseGet(() -> baseName(certificateFile));
        if (name.isEmpty()) {
            requireNoOther(chosen, certificate);
        }
        FileNames files = freeFiles(certificateFile, key, chosen);
        IndexEntry entry = store.folder()
                .entry(IndexEntry.Event.IMPORTED, chosen)
                .with("profile", profile.orElseGet(() -> guess(certificate)).word())
                .with(certificate)
                .with(files);
        byte[] keyContent = bytes(key.get());
        byte[] chain = bytes(certificateFile);
        store.folder().write(List.of(entry), transaction -> {
            transaction.putPrivate(files.key(), keyContent);
            transaction.putPublic(files.certificate(), chain);
        });
        return store.require(chosen);
    }

    /** What a file is called says little: every host has a server.crt. */
    private void requireNoOther(String name, Certificate certificate) {
        Optional<Certificate> other = store.find(name)
                .map(IssuedCertificate::certificate)
                .filter(present -> !present.subject().equals(certificate.subject()));
        if (other.isPresent()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "there is a certificate called " + name + " already, of "
                            + other.get().subject(),
                    "take in that of " + certificate.subject() + " with --name; with --name " + name
                            + " it replaces the other, which is parked beside");
        }
    }

    /** The names the files had, unless another certificate has files of these names. */
    private FileNames freeFiles(Path certificateFile, Optional<Path> key, String name) {
        FileNames had = files(certificateFile, key);
        FileOwners owners = store.folder().owners();
        if (!owners.isTaken(had.certificate(), name) && !owners.isTaken(had.key(), name)) {
            return had;
        }
        return had.certificate().endsWith(".pem") ? FileNames.pem(name) : FileNames.crt(name);
    }

    /** The files of {@code folder} with the certificates that answer requests made here. */
    public List<Path> answersIn(Path folder) {
        StoreRequests requests = new StoreRequests(store);
        Map<Path, Certificate> answers = PemFiles.inFolder(folder);
        answers.values()
                .removeIf(certificate -> requests.answeredBy(certificate).isEmpty());
        return List.copyOf(answers.keySet());
    }

    private IssuedCertificate answer(Certificate certificate, IndexEntry request) {
        String name = request.get("name");
        IndexEntry entry = store.folder()
                .entry(IndexEntry.Event.ISSUED, name)
                .with("profile", request.get("profile"))
                .withUnlessEmpty("member", Optional.of(request.get("member")).filter(member -> !member.isEmpty()))
                .with(certificate)
                .with(request.files());
        store.folder()
                .write(
                        List.of(entry),
                        transaction -> transaction.putPublic(request.files().certificate(), certificate.pemBytes()));
        return store.require(name);
    }

    private static OperatorException noKey(Path certificateFile) {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "no key for the certificate in " + certificateFile,
                "give its key as the second word; without one it must answer a request made here with pki request");
    }

    private static void requireMatch(Certificate certificate, PrivateKey key) {
        KeyPairs.requireKnown(
                certificate.x509().getPublicKey(), certificate.subject().toString());
        if (!KeyPairs.match(key, certificate.x509().getPublicKey())) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the key does not belong to the certificate " + certificate.subject(),
                    "find the key that was made with it: pki verify CERTIFICATE KEY tells");
        }
    }

    private static CertificateProfile guess(Certificate certificate) {
        boolean serves =
                certificate.usages().serves() && certificate.names().stream().anyMatch(AlternativeName::isHost);
        return serves ? CertificateProfile.COMBINED : CertificateProfile.CLIENT;
    }

    private static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw StoreFailures.of("read", file, e);
        }
    }

    /** Keeps a cfssl signing policy beside the authority. */
    public void policy(Path file) {
        byte[] content = bytes(file);
        store.folder().write(List.of(), transaction -> transaction.putPublic(PkiStore.POLICY, content));
    }
}
