package dev.quorate.pki;

import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes certificates that nobody keeps, until the JVM's compiler has seen enough of the work: what takes half a second the
 * first time takes a tenth of it afterwards. For the time in which an operator types the line that needs it. Where the
 * machine has a file system in memory, they are stored there, as storing them is half of the work.
 */
public final class WarmUp implements Runnable {

    /** Linux's file system in memory: nothing in it ever reaches a disk. */
    public static final Path MEMORY = Path.of("/dev/shm");

    /** Of a whole PKI; more makes hardly a difference. */
    private static final int ROUNDS = 40;

    /** On a slow machine, the operator's line is not to compete with this for long. */
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private final Clock clock;
    private final Path memory;

    /** @param memory a folder that costs no disk; without it, nothing is stored */
    public WarmUp(Clock clock, Path memory) {
        this.clock = clock;
        this.memory = memory;
    }

    @Override
    public void run() {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
            try {
                makeAll();
            } catch (IOException | OperatorException e) {
                return;
            }
        }
    }

    private void makeAll() throws IOException {
        if (Files.isWritable(memory)) {
            Path folder = Files.createTempDirectory(memory, "quorate-");
            try {
                makeAllIn(PkiStore.at(folder.resolve("pki"), clock));
            } finally {
                delete(folder);
            }
        } else {
            authority().issue(plan().requests());
        }
    }

    private static void makeAllIn(PkiStore store) {
        store.ensureAuthority(authorityRequest());
        CertificateAuthority authority = store.authority(PkiStore.NO_PASSPHRASE);
        store.issue(authority, store.missing(plan().requests()));
        store.byName();
    }

    private CertificateAuthority authority() {
        KeyedCertificate root = CertificateAuthority.create(authorityRequest(), clock);
        return CertificateAuthority.of(root.certificate(), root.keyPair().getPrivate(), clock);
    }

    private static AuthorityRequest authorityRequest() {
        return AuthorityRequest.of(Subject.ofCommonName("nobody's"));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    private static PkiPlan plan() {
        List<MemberNames> members = new ArrayList<>();
        for (String number : List.of("1", "2", "3")) {
            members.add(MemberNames.of("etcd" + number, List.of("127.0.0." + number)));
        }
        return new PkiPlan(
                IssueMode.PER_MEMBER, "etcd", members, PkiPlan.LOOPBACK, List.of(), List.of("client"), Map.of());
    }
}
