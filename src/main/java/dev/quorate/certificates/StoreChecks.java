package dev.quorate.certificates;

import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Finding;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.IndexEntry;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PemFiles;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreRevocations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a store's files tell against it. */
final class StoreChecks {

    private final PkiStore store;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    StoreChecks(PkiStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    List<Finding> check(List<IssuedCertificate> certificates) {
        Certificate authority = store.authorityCertificate();
        authority(authority);
        Set<String> revoked = new StoreRevocations(store).serials();
        for (IssuedCertificate each : certificates) {
            findings.addAll(CertificateChecks.of(each.name(), each.certificate(), now));
            findings.addAll(CertificateChecks.of(each.name(), each.certificate(), each.profile()));
            chain(each, authority);
            key(each);
            if (revoked.contains(each.certificate().serialText())) {
                findings.add(Finding.warning(each.name() + " is revoked", "pki renew --new-key " + each.name()));
            }
        }
        sharedKeys(certificates);
        installations(certificates);
        clock();
        return findings;
    }

    private void authority(Certificate authority) {
        findings.addAll(CertificateChecks.of(PkiStore.AUTHORITY, authority, now));
        if (!authority.isAuthority()) {
            findings.add(Finding.blocker("the CA's certificate does not say CA:TRUE", "make a CA with pki init"));
        }
        permissions(store.directory(), "rwx------", "chmod 0700 ");
        if (Files.exists(store.authorityKeyFile())) {
            permissions(store.authorityKeyFile(), "rw-------", "chmod 0600 ");
            passphrase(store.authorityKeyFile());
        }
    }

    /** Members need their keys in the clear, as nobody is there to type at a start; the CA's is needed by hand alone. */
    private void passphrase(Path key) {
        if (!PemFiles.isEncryptedKey(key)) {
            findings.add(Finding.note(
                    "the CA's key is kept without a passphrase: whoever reads this machine's files, or a copy of them, can sign",
                    "keep copies safe; a CA made with pki init --encrypt asks for one"));
        }
    }

    private void chain(IssuedCertificate issued, Certificate authority) {
        if (!issued.certificate().isSignedBy(authority)) {
            findings.add(Finding.blocker(
                    issued.name() + " was not signed by the CA of this PKI but by "
                            + issued.certificate().issuer(),
                    "pki renew " + issued.name() + " signs it with this CA; or import the CA that signed it"));
        } else if (issued.certificate()
                .validity()
                .notAfter()
                .isAfter(authority.validity().notAfter())) {
            findings.add(Finding.warning(issued.name() + " outlives its CA", "renew the CA with pki renew --ca"));
        }
    }

    /** What was replaced here and not there. */
    private void installations(List<IssuedCertificate> certificates) {
        Map<String, IndexEntry> places = store.installations();
        for (IssuedCertificate each : certificates) {
            String serial = each.certificate().serialText();
            places.forEach((where, entry) -> {
                if (entry.get("name").equals(each.name())
                        && !entry.get("serial").equals(serial)) {
                    findings.add(Finding.warning(
                            where + " still has the " + each.name() + " of before, with serial " + entry.get("serial"),
                            "put the new one there, then see pki list --served"));
                }
            });
        }
    }

    private void clock() {
        store.entries().stream()
                .map(entry -> Instant.parse(entry.get("time")))
                .max(Comparator.naturalOrder())
                .filter(last -> last.isAfter(now))
                .ifPresent(last -> findings.add(Finding.warning(
                        "the clock of this host says " + now + ", which is before the last change here at " + last,
                        "correct the clock; certificates count from the time they are made")));
    }

    private void key(IssuedCertificate issued) {
        Path key = issued.keyFile();
        if (!Files.exists(key)) {
            findings.add(
                    Finding.note("the key of " + issued.name() + " is not here", "it was requested from elsewhere"));
            return;
        }
        permissions(key, "rw-------", "chmod 0600 ");
        writable(issued.certificateFile());
        try {
            boolean encrypted = PemFiles.isEncryptedKey(key);
            if (encrypted) {
                findings.add(
                        Finding.blocker(key + " is encrypted, and etcd cannot read it", "store it without passphrase"));
            } else if (!issued.certificate().belongsTo(PemFiles.key(key, what -> {
                throw new IllegalStateException("not encrypted");
            }))) {
                findings.add(Finding.blocker(
                        key + " is not the key of " + issued.name(), "pki renew --new-key " + issued.name()));
            }
        } catch (OperatorException e) {
            findings.add(Finding.blocker(e.failure().what(), "pki renew --new-key " + issued.name()));
        }
    }

    private void permissions(Path path, String wanted, String remedy) {
        try {
            String present = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            if (!present.equals(wanted)) {
                findings.add(Finding.warning(path + " is " + present + ", not " + wanted, remedy + path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writable(Path path) {
        try {
            Set<PosixFilePermission> present = Files.getPosixFilePermissions(path);
            if (present.contains(PosixFilePermission.GROUP_WRITE)
                    || present.contains(PosixFilePermission.OTHERS_WRITE)) {
                findings.add(Finding.warning(path + " can be written by others", "chmod 0644 " + path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sharedKeys(List<IssuedCertificate> certificates) {
        Map<PublicKey, String> owners = new HashMap<>();
        for (IssuedCertificate each : certificates) {
            String before = owners.putIfAbsent(each.certificate().x509().getPublicKey(), each.name());
            if (before != null) {
                findings.add(Finding.warning(
                        each.name() + " has the same key as " + before,
                        "give it its own with pki renew --new-key " + each.name()));
            }
        }
    }
}
