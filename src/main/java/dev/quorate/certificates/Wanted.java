package dev.quorate.certificates;

import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.IssueMode;
import dev.quorate.pki.PkiPlan;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.foreign.RequestFile;
import dev.quorate.pki.foreign.SigningPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The certificates that a line asks for: one by its name, or all of a cluster by a mode and its members. */
final class Wanted {

    private final Values line;
    private final Optional<SigningPolicy.Profile> policy;
    private final Optional<RequestFile> file;
    private final Templates templates;

    Wanted(Values line, PkiStore store, Optional<RequestFile> file) {
        this.line = line;
        this.file = file;
        this.policy = policy(store);
        this.templates = new Templates(line, file, policy);
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

    /** One certificate. */
    CertificateRequest one(String name) {
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

    /** All certificates of a cluster. */
    List<CertificateRequest> plan(Optional<String> sharedName) {
        if (line.get(IssueFlags.MODE).isEmpty() && line.get(IssueFlags.MEMBERS).isEmpty()) {
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
        requireMembers();
        IssueMode mode = line.get(IssueFlags.MODE).orElse(IssueMode.PER_MEMBER);
        return new PkiPlan(
                        mode,
                        sharedName.orElseGet(() -> mode == IssueMode.CLUSTER_SERVER ? "server" : "etcd"),
                        line.get(IssueFlags.MEMBERS),
                        line.given(IssueFlags.LOOPBACK) ? line.get(IssueFlags.LOOPBACK) : PkiPlan.LOOPBACK,
                        line.get(IssueFlags.EXTRA),
                        line.get(IssueFlags.CLIENTS),
                        templates.all())
                .requests();
    }

    private void requireMembers() {
        if (line.get(IssueFlags.MEMBERS).isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "--mode is given, but no member",
                    "give each as --member etcd1=10.0.0.1,etcd1.example.com");
        }
    }

    List<String> mistakes() {
        return templates.mistakes();
    }
}
