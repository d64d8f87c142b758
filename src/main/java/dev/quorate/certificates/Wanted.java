package dev.quorate.certificates;

import dev.quorate.command.Flag;
import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.IssueMode;
import dev.quorate.pki.MemberNames;
import dev.quorate.pki.PkiPlan;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.foreign.RequestFile;
import dev.quorate.pki.foreign.SigningPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The certificates that a line asks for: one by its name, or all of a cluster by a mode and its members. */
final class Wanted {

    private final Values line;
    private final Optional<SigningPolicy.Profile> policy;
    private final Optional<RequestFile> file;
    private final Optional<PkiPlan> ofFile;
    private final Templates templates;

    /** @param cluster what the cluster file says, if there is one */
    Wanted(Values line, PkiStore store, Optional<RequestFile> file, Optional<ClusterSpec> cluster) {
        this.line = line;
        this.file = file;
        this.policy = policy(store);
        this.ofFile = cluster.map(spec -> new ClusterCertificates(spec).plan());
        this.templates =
                new Templates(line, file, policy, ofFile.map(PkiPlan::templates).orElse(Map.of()));
    }

    /** Whether the cluster file alone says what to issue. */
    boolean isPlannedByFile() {
        return ofFile.isPresent();
    }

    private Optional<SigningPolicy.Profile> policy(PkiStore store) {
        Optional<String> profile = line.get(IssueFlags.PROFILE);
        Path kept = store.directory().resolve(PkiStore.POLICY);
        Optional<Path> policyFile =
                line.get(IssueFlags.POLICY).or(() -> Optional.of(kept).filter(Files::exists));
        if (profile.isEmpty() || policyFile.isEmpty()) {
            return Optional.empty();
        }
        SigningPolicy read = SigningPolicy.read(policyFile.get());
        boolean ours = PkiValues.role(profile.get()).isPresent() && !line.given(IssueFlags.POLICY);
        if (ours && !read.profiles().containsKey(profile.get())) {
            return Optional.empty();
        }
        return Optional.of(read.require(profile.get()));
    }

    /** One certificate; of the cluster file where that has one of this name and the line does not say what for. */
    CertificateRequest one(String name) {
        if (!line.given(IssueFlags.PROFILE) && !line.given(IssueFlags.NAMES) && ofFile.isPresent()) {
            Optional<CertificateRequest> planned = planOf(Optional.empty()).requests().stream()
                    .filter(request -> request.name().equals(name))
                    .findFirst();
            if (planned.isPresent()) {
                return planned.get();
            }
        }
        CertificateProfile profile = profile();
        List<AlternativeName> names = new ArrayList<>(line.get(IssueFlags.NAMES));
        if (names.isEmpty()) {
            file.ifPresent(each -> names.addAll(each.names()));
        }
        return templates.of(profile).request(name, profile, names);
    }

    /** A profile of the policy is what its usages make it; without a word, names make a server. */
    private CertificateProfile profile() {
        Optional<CertificateProfile> role = line.get(IssueFlags.PROFILE).flatMap(PkiValues::role);
        if (role.isPresent()) {
            return role.get();
        }
        if (policy.isPresent()) {
            boolean serves = policy.get().usages().extended().contains(ExtendedKeyUsage.SERVER_AUTH);
            return serves ? CertificateProfile.COMBINED : CertificateProfile.CLIENT;
        }
        throw OperatorException.of(
                ExitCode.BAD_ARGUMENTS,
                line.get(IssueFlags.PROFILE)
                        .map(word -> "there is no profile \"" + word + "\"")
                        .orElse("no profile is given"),
                "say --profile server, peer, client or combined, or import a signing policy that has it");
    }

    /** All certificates of a cluster, or clients alone where nothing else is said. */
    List<CertificateRequest> plan(Optional<String> sharedName) {
        boolean clientsAlone = !line.given(IssueFlags.MODE) && !line.given(IssueFlags.MEMBERS);
        if (clientsAlone && line.given(IssueFlags.CLIENTS)) {
            return new PkiPlan(
                            IssueMode.COMBINED,
                            "",
                            List.of(),
                            List.of(),
                            List.of(),
                            line.get(IssueFlags.CLIENTS),
                            templates.all())
                    .requests();
        }
        return planOf(sharedName).requests();
    }

    private PkiPlan planOf(Optional<String> sharedName) {
        IssueMode mode =
                line.get(IssueFlags.MODE).or(() -> ofFile.map(PkiPlan::mode)).orElse(IssueMode.PER_MEMBER);
        return new PkiPlan(
                mode,
                sharedName.or(() -> ofFile.map(PkiPlan::sharedName)).orElseGet(() -> sharedName(mode)),
                members(),
                given(IssueFlags.LOOPBACK, PkiPlan::loopback, PkiPlan.LOOPBACK),
                given(IssueFlags.EXTRA, PkiPlan::extra, List.of()),
                given(IssueFlags.CLIENTS, PkiPlan::clients, List.of()),
                templates.all());
    }

    private static String sharedName(IssueMode mode) {
        return mode == IssueMode.CLUSTER_SERVER ? "server" : "etcd";
    }

    private List<MemberNames> members() {
        List<MemberNames> members = given(IssueFlags.MEMBERS, PkiPlan::members, List.of());
        if (members.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "--mode is given, but no member",
                    "give each as --member etcd1=10.0.0.1,etcd1.example.com, or the cluster file by --file");
        }
        return members;
    }

    /** What the line gives, else the cluster file, else what is usual. */
    private <T> List<T> given(Flag<List<T>> flag, Function<PkiPlan, List<T>> inFile, List<T> usual) {
        return line.given(flag) ? line.get(flag) : ofFile.map(inFile).orElse(usual);
    }

    List<String> mistakes() {
        return templates.mistakes();
    }
}
