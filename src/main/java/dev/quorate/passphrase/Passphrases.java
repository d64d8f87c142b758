package dev.quorate.passphrase;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.CertificateAuthority;
import dev.quorate.pki.Passphrase;
import dev.quorate.pki.PassphraseSource;
import dev.quorate.pki.PkiStore;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where passphrases come from: file, environment, keyring, prompt, in this order. */
public final class Passphrases {

    private final Map<String, String> environment;
    private final AuthorityKeyring keyring;

    public Passphrases(Map<String, String> environment, AuthorityKeyring keyring) {
        this.environment = Map.copyOf(environment);
        this.keyring = keyring;
    }

    public AuthorityKeyring keyring() {
        return keyring;
    }

    /** The store's authority, its key opened as the line says. */
    public CertificateAuthority authority(Invocation line, PkiStore store) {
        Path key = store.authorityKeyFile();
        return store.authority(what -> keyring.passphrase(key).orElseGet(() -> of(line).passphraseFor(what)));
    }

    /** As the line says: of a file, the environment, else asked for. */
    public PassphraseSource of(Invocation line) {
        return what -> given(line).orElseGet(() -> Passphrase.of(line.readSecret("Passphrase of " + what + ": ")));
    }

    /** As {@link #of}, but what is unlocked counts first, and it is asked for once for all that one plan signs. */
    public PassphraseSource once(Invocation line) {
        return new Remembering(key -> keyring.passphrase(Path.of(key)).orElseGet(() -> of(line).passphraseFor(key)));
    }

    /** Gives the passphrase it was given first to whoever asks later. */
    private static final class Remembering implements PassphraseSource {
        private final PassphraseSource source;
        private @Nullable Passphrase known;

        Remembering(PassphraseSource source) {
            this.source = source;
        }

        @Override
        public synchronized Passphrase passphraseFor(String what) {
            if (known == null) {
                known = source.passphraseFor(what);
            }
            return known.copy();
        }
    }

    /** A new passphrase, typed twice where it is typed. */
    public Passphrase chosen(Invocation line, String what) {
        Passphrase chosen = given(line).orElseGet(() -> typedTwice(line, what));
        if (chosen.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT, "the passphrase is empty", "choose one, or leave the key without");
        }
        return chosen;
    }

    private static Passphrase typedTwice(Invocation line, String what) {
        char[] first = line.readSecret("New passphrase of " + what + ": ");
        char[] second = line.readSecret("Again: ");
        if (!Arrays.equals(first, second)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT, "the two passphrases differ", "type the same twice; nothing was changed");
        }
        return Passphrase.of(first);
    }

    private Optional<Passphrase> given(Invocation line) {
        if (line.given(PassphraseFlags.FILE) && line.given(PassphraseFlags.ENVIRONMENT)) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "--passphrase-file and --passphrase-env are both given",
                    "give the one that has the passphrase");
        }
        return line.get(PassphraseFlags.FILE)
                .map(Passphrases::fromFile)
                .or(() -> line.get(PassphraseFlags.ENVIRONMENT).map(this::fromEnvironment));
    }

    private Passphrase fromEnvironment(String variable) {
        String value = environment.get(variable);
        if (value == null) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "there is no environment variable " + variable,
                    "export it before the console starts, or use --passphrase-file");
        }
        return Passphrase.of(value.toCharArray());
    }

    private static Passphrase fromFile(Path file) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)));
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            if (end == 0) {
                throw OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "the passphrase file " + file + " begins with an empty line",
                        "write the passphrase into its first line");
            }
            char[] characters = new char[end];
            text.get(characters);
            return Passphrase.of(characters);
        } catch (IOException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.IO, "cannot read the passphrase file " + file, "does it exist?")
                            .failure(),
                    e);
        }
    }
}
