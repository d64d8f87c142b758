package dev.quorate.pki;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes certificates that nobody keeps, in memory, until the JVM's compiler has seen enough of the work: what takes half a
 * second the first time takes a tenth of it afterwards. For the time in which an operator types the line that needs it.
 */
public final class WarmUp implements Runnable {

    /** Of a whole PKI; more makes hardly a difference. */
    private static final int ROUNDS = 40;

    /** On a slow machine, the operator's line is not to compete with this for long. */
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private final Clock clock;

    public WarmUp(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
            makeAll();
        }
    }

    private void makeAll() {
        KeyedCertificate root =
                CertificateAuthority.create(AuthorityRequest.of(Subject.ofCommonName("nobody's")), clock);
        CertificateAuthority authority =
                CertificateAuthority.of(root.certificate(), root.keyPair().getPrivate(), clock);
        for (KeyedCertificate made : authority.issue(plan().requests())) {
            made.certificate().pem();
            made.keyPem(KeyEncoding.PKCS8);
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
