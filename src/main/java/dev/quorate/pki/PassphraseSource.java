package dev.quorate.pki;

/** Where the passphrase of an encrypted key comes from: a prompt, a file, the environment, a session that remembers. */
@FunctionalInterface
public interface PassphraseSource {

    /** @param what the key it is for, as the operator knows it */
    Passphrase passphraseFor(String what);
}
