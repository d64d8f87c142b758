package dev.quorate.certificates;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.passphrase.PassphraseFlags;
import dev.quorate.passphrase.Passphrases;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.Exports;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.Passphrase;
import dev.quorate.pki.PkiStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Certificates in from other programs and out to them. */
final class ExchangeCommands implements CommandGroup {

    /** In what shape a certificate goes out. */
    enum Shape {
        PEM,
        PKCS12,
        KUBEADM
    }

    static final Argument<Path> CERTIFICATE =
            Argument.required("certificate", PkiValues.FILE, "the certificate's file, or a folder");
    static final Argument<Optional<Path>> KEY = Argument.optional("key", PkiValues.FILE, "the key's file");
    static final Flag<Optional<String>> NAME =
            Flag.optional("name", ValueTypes.TEXT.named("name"), "what to call it; as its file where left out");
    static final Flag<Optional<CertificateProfile>> PROFILE = Flag.optional(
            "profile",
            ValueTypes.choice(CertificateProfile.class),
            "what it is for; as its usages tell where left out");
    static final Flag<Boolean> REPLACE =
            Flag.bool("replace", "takes in another CA in place of the one there is, which is parked beside");
    private static final Argument<String> EXPORTED =
            Argument.required("name", PkiValues.CERTIFICATE, "the certificate in the PKI");
    private static final Flag<Shape> SHAPE = Flag.value(
            "format", ValueTypes.choice(Shape.class), Shape.PEM, "one PEM file, one PKCS#12 file, or kubeadm's files");
    private static final Flag<Optional<Path>> TO = Flag.optional(
            "to",
            PkiValues.FILE,
            "the file or its folder, for kubeadm the folder; NAME.pem or NAME.p12 where left out");

    private static final String IMPORT_DETAILS = """
                        A CA, with its key or without; a certificate with its key; or the certificate that answers a request made
                        here. Of a folder, all certificates that answer requests made here; where none does, the CA that is in it,
                        with the key beside it. Keys are kept as they are, encrypted ones stay so.

                          pki import ca.pem ca-key.pem --policy ca-config.json
                          pki import etcd1.pem etcd1-key.pem --profile peer
                          pki import ~/signed
                        """;

    private static final String EXPORT_DETAILS = """
                        kubeadm: etcd/ca.crt, apiserver-etcd-client.crt and its key, as kubeadm wants them for an external etcd.

                          pki export root --format pkcs12 --to root.p12
                          pki export apiserver-etcd-client --format kubeadm --to kubernetes-pki
                        """;

    private final Stores stores;
    private final Passphrases passphrases;

    ExchangeCommands(Stores stores, Passphrases passphrases) {
        this.stores = stores;
        this.passphrases = passphrases;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(importing(), exporting());
    }

    private CommandSpec importing() {
        return CommandSpec.named("pki import", "Takes in a CA or a certificate that another program made")
                .group(CertificateCommands.GROUP)
                .details(IMPORT_DETAILS)
                .effect(Effect.WRITES)
                .arguments(CERTIFICATE, KEY)
                .flags(PkiFlags.DIRECTORY, NAME, PROFILE, IssueFlags.POLICY, REPLACE)
                .flags(PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                .runs(this::importing);
    }

    private void importing(Invocation line) {
        PkiStore store = stores.of(line);
        Importing importing = new Importing(store, passphrases.of(line), stores.clock());
        if (line.dryRun()) {
            line.print(importing.preview(line));
            return;
        }
        importing.notes(line).forEach(line::note);
        line.print(importing.run(line));
    }

    private CommandSpec exporting() {
        return CommandSpec.named("pki export", "Writes a certificate with its key and CA for another program")
                .group(CertificateCommands.GROUP)
                .details(EXPORT_DETAILS)
                .effect(Effect.WRITES)
                .arguments(EXPORTED)
                .flags(PkiFlags.DIRECTORY, SHAPE, TO, PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                .runs(this::exporting);
    }

    private void exporting(Invocation line) {
        PkiStore store = stores.of(line);
        IssuedCertificate certificate = store.require(line.get(EXPORTED));
        Shape shape = line.get(SHAPE);
        Path target = target(line.get(TO), defaultTarget(certificate, shape), shape);
        if (!line.dryRun()) {
            export(line, new Exports(store), certificate, target);
        }
        line.print(PropertiesView.of(
                new PropertiesView.Property("certificate", certificate.name()),
                new PropertiesView.Property(line.dryRun() ? "would write" : "written", target.toString())));
    }

    private void export(Invocation line, Exports exports, IssuedCertificate certificate, Path target) {
        switch (line.get(SHAPE)) {
            case PEM -> exports.bundle(certificate, target);
            case KUBEADM -> exports.kubeadm(certificate, target);
            case PKCS12 -> {
                try (Passphrase passphrase = passphrases.chosen(line, target.toString())) {
                    exports.pkcs12(certificate, target, passphrase, passphrases.of(line));
                }
            }
        }
    }

    /** Into a folder that is there a file goes under its usual name. */
    private static Path target(Optional<Path> given, Path usual, Shape shape) {
        return given.map(to -> shape != Shape.KUBEADM && Files.isDirectory(to) ? to.resolve(usual) : to)
                .orElse(usual);
    }

    private static Path defaultTarget(IssuedCertificate certificate, Shape shape) {
        return switch (shape) {
            case PEM -> Path.of(certificate.name() + ".pem");
            case PKCS12 -> Path.of(certificate.name() + ".p12");
            case KUBEADM -> Path.of("kubernetes-pki");
        };
    }
}
