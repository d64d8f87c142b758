package dev.quorate.provision.step;

import dev.quorate.pki.AuthorityFiles;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.PassphraseSource;
import dev.quorate.pki.PemFiles;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreImports;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes an authority that is there already into the cluster's PKI, with its key where that is beside it. An authority that
 * the PKI has is never replaced: what it signed would be worth nothing.
 *
 * @param source its certificate, or the folder it is in
 */
public record TakeInAuthority(String cluster, PkiStore store, Path source, PassphraseSource passphrases)
        implements Step {

    @Override
    public String title() {
        return "take in authority";
    }

    @Override
    public String target() {
        return cluster;
    }

    @Override
    public StepState inspect() {
        AuthorityFiles files = AuthorityFiles.find(source);
        Certificate wanted = PemFiles.certificates(files.certificate()).getFirst();
        if (!store.hasAuthority()) {
            return StepState.needed(
                    "its authority is not here yet",
                    List.of("take in %s from %s%s"
                            .formatted(
                                    wanted.subject(),
                                    files.certificate(),
                                    files.key().map(key -> " with " + key).orElse(", whose key is elsewhere"))));
        }
        Certificate present = store.authorityCertificate();
        if (!present.equals(wanted)) {
            return StepState.blocked(
                    "the PKI in %s has the authority %s, and %s is %s"
                            .formatted(store.directory(), present.subject(), files.certificate(), wanted.subject()),
                    "leave certificates.authority.import out, or move that folder aside to begin anew");
        }
        return StepState.done(wanted.subject().toString());
    }

    @Override
    public void apply() {
        AuthorityFiles files = AuthorityFiles.find(source);
        new StoreImports(store).authority(files.certificate(), files.key(), passphrases);
    }
}
