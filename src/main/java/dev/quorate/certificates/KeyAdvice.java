package dev.quorate.certificates;

import dev.quorate.pki.KeyType;
import java.util.Optional;

/** What an operator should know before choosing a kind of key. */
final class KeyAdvice {

    private KeyAdvice() {}

    static Optional<String> of(KeyType type) {
        return switch (type) {
            case ED25519 ->
                Optional.of("Ed25519 works between etcd 3.4 or newer and clients in Go; curl with OpenSSL 1.0,"
                        + " browsers and older clients cannot use it. ec-p256 works everywhere");
            case EC_P521 ->
                Optional.of("P-521 is refused by browsers and by clients on BoringSSL; ec-p384 is as good a choice");
            default -> Optional.empty();
        };
    }
}
