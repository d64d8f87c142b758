package dev.quorate.etcd.jetcd;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads private keys as operators have them: PKCS#8, PKCS#1 (RSA) and SEC1 (EC), without encryption.
 *
 * <p>The JDK reads PKCS#8 only; the other two are wrapped into it by hand (RFC 5208, RFC 5915), which spares loading
 * Bouncy Castle at every start.
 */
final class PrivateKeys {

    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_OID = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    private PrivateKeys() {}

    static PrivateKey read(Path file) {
        List<PemFile.Block> blocks = PemFile.read(file);
        for (PemFile.Block block : blocks) {
            if (block.encrypted()) {
                throw OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        "key " + file + " is encrypted",
                        "decrypt it to a file only you can read: openssl pkey -in " + file + " -out KEY");
            }
            if (block.label().endsWith("PRIVATE KEY")) {
                return parse(file, pkcs8(block, blocks));
            }
        }
        throw OperatorException.of(
                ExitCode.BAD_ARGUMENTS, "no private key in " + file, "give the PEM file that holds the client's key");
    }

    private static PrivateKey parse(Path file, byte[] pkcs8) {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(pkcs8);
        GeneralSecurityException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw new OperatorException(
                new Failure(
                        "cannot read the private key in " + file,
                        "RSA, EC and Ed25519 keys can be read: check the file with openssl pkey -in " + file
                                + " -noout -text",
                        ExitCode.BAD_ARGUMENTS),
                last);
    }

    private static byte[] pkcs8(PemFile.Block block, List<PemFile.Block> blocks) {
        return switch (block.label()) {
            case "RSA PRIVATE KEY" -> Der.sequence(Der.concat(VERSION_0, RSA, Der.octets(block.content())));
            case "EC PRIVATE KEY" -> {
                byte[] algorithm = Der.sequence(Der.concat(EC_OID, curve(block, blocks)));
                yield Der.sequence(Der.concat(VERSION_0, algorithm, Der.octets(block.content())));
            }
            default -> block.content();
        };
    }

    /** The curve's object identifier: within the key, else in the EC PARAMETERS that openssl writes before it. */
    private static byte[] curve(PemFile.Block key, List<PemFile.Block> blocks) {
        byte[] within = Der.curveOfSec1(key.content());
        if (within.length > 0) {
            return within;
        }
        return blocks.stream()
                .filter(block -> block.label().equals("EC PARAMETERS"))
                .map(PemFile.Block::content)
                .findFirst()
                .orElse(within);
    }
}
