package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Private keys under a passphrase. Written as PKCS#8 with PBKDF2-HMAC-SHA256 and AES-256-CBC, which every openssl since 1.0.2
 * reads; scrypt of the strength one would want is above the memory limit of OpenSSL 3.0.
 */
final class EncryptedKeys {

    private static final int ITERATIONS = 600_000;
    private static final int KEY_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final int BLOCK_BYTES = 16;

    private EncryptedKeys() {}

    static boolean isEncrypted(Pem block) {
        return block.type().equals("ENCRYPTED PRIVATE KEY") || block.headers().contains("ENCRYPTED");
    }

    static Pem encrypt(PrivateKey key, Passphrase passphrase) {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] vector = new byte[BLOCK_BYTES];
        random.nextBytes(salt);
        random.nextBytes(vector);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, derive(passphrase, salt), new IvParameterSpec(vector));
            byte[] encrypted = cipher.doFinal(key.getEncoded());
            byte[] info = new EncryptedPrivateKeyInfo(scheme(salt, vector), encrypted).getEncoded();
            return new Pem("ENCRYPTED PRIVATE KEY", info);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot encrypt a key", e);
        }
    }

    private static SecretKeySpec derive(Passphrase passphrase, byte[] salt) throws GeneralSecurityException {
        PBEKeySpec secret = new PBEKeySpec(passphrase.characters(), salt, ITERATIONS, KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(secret)
                .getEncoded();
        secret.clearPassword();
        return new SecretKeySpec(key, "AES");
    }

    private static AlgorithmIdentifier scheme(byte[] salt, byte[] vector) {
        AlgorithmIdentifier hash = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBKDF2Params derivation = new PBKDF2Params(salt, ITERATIONS, hash);
        PBES2Parameters parameters = new PBES2Parameters(
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector)));
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters);
    }

    static PrivateKey decrypt(Path file, Pem block, PassphraseSource source) {
        try (Passphrase passphrase = source.passphraseFor(file.toString())) {
            return decrypt(file, block, passphrase, !passphrase.isAscii());
        }
    }

    /** @param bytesToo whether its bytes are to be tried for its characters then */
    private static PrivateKey decrypt(Path file, Pem block, Passphrase passphrase, boolean bytesToo) {
        try {
            return PrivateKeys.fromInfo(info(block, passphrase));
        } catch (GeneralSecurityException | IOException | PKCSException | OperatorCreationException e) {
            if (isUnknownScheme(e)) {
                throw new OperatorException(unknownScheme(file), e);
            }
            if (!bytesToo) {
                throw new OperatorException(wrong(file), e);
            }
            try (Passphrase bytes = passphrase.asBytes()) {
                return decrypt(file, block, bytes, false);
            }
        }
    }

    private static Failure wrong(Path file) {
        return new Failure(
                "the passphrase does not open " + file,
                "see that it is the one of this key and typed as it was then; nothing was changed",
                ExitCode.INVALID_INPUT);
    }

    private static Failure unknownScheme(Path file) {
        return new Failure(
                "the way " + file + " is encrypted is not known here",
                "openssl pkey -aes256 -in KEY -out NEW writes it in a usual one; nothing was changed",
                ExitCode.INVALID_INPUT);
    }

    /** As Bouncy Castle tells of a cipher or a derivation it does not know. */
    private static boolean isUnknownScheme(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            boolean unknown = each instanceof IllegalStateException
                    && String.valueOf(each.getMessage()).contains("no key size for algorithm");
            if (unknown || each instanceof NoSuchAlgorithmException) {
                return true;
            }
        }
        return false;
    }

    /** By Bouncy Castle, which reads every scheme openssl ever wrote; its provider is made for this call only. */
    private static byte[] info(Pem block, Passphrase passphrase)
            throws IOException, PKCSException, OperatorCreationException {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        try (PEMParser parser = new PEMParser(new StringReader(block.text()))) {
            Object content = parser.readObject();
            if (content instanceof PEMEncryptedKeyPair pair) {
                PEMKeyPair opened = pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                        .setProvider(provider)
                        .build(passphrase.characters()));
                return opened.getPrivateKeyInfo().getEncoded();
            }
            if (!(content instanceof PKCS8EncryptedPrivateKeyInfo encrypted)) {
                throw new IOException("no encrypted key");
            }
            return encrypted
                    .decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(provider)
                            .build(passphrase.characters()))
                    .getEncoded();
        }
    }
}
