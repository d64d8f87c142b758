package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.testing.etcd.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrivateKeysTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"P-256", "P-384", "P-521"})
    void readsEllipticCurveKeysInPkcs8AndSec1(String curve) throws Exception {
        TestCertificates.Pair pair =
                certificates().clientWithKey("ec", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve);
        Path sec1 = convert(pair.key(), "sec1", "ec");

        assertThat(Files.readString(sec1)).contains("BEGIN EC PRIVATE KEY");
        assertFits(PrivateKeys.read(pair.key()), pair, "SHA256withECDSA");
        assertFits(PrivateKeys.read(sec1), pair, "SHA256withECDSA");
    }

    @Test
    void readsRsaKeysInPkcs8AndPkcs1() throws Exception {
        TestCertificates.Pair pair =
                certificates().clientWithKey("rsa", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
        Path pkcs1 = convert(pair.key(), "pkcs1", "rsa", "-traditional");

        assertThat(Files.readString(pkcs1)).contains("BEGIN RSA PRIVATE KEY");
        assertFits(PrivateKeys.read(pair.key()), pair, "SHA256withRSA");
        assertFits(PrivateKeys.read(pkcs1), pair, "SHA256withRSA");
    }

    @Test
    void readsEd25519Keys() throws Exception {
        TestCertificates.Pair pair = certificates().clientWithKey("ed", "-algorithm", "ED25519");

        assertFits(PrivateKeys.read(pair.key()), pair, "Ed25519");
    }

    @Test
    void saysHowToDecryptAnEncryptedKey() throws Exception {
        Path encrypted =
                convert(certificates().client().key(), "encrypted", "pkey", "-aes256", "-passout", "pass:secret");

        assertThatThrownBy(() -> PrivateKeys.read(encrypted))
                .isInstanceOfSatisfying(OperatorException.class, thrown -> {
                    assertThat(thrown.failure().what()).isEqualTo("key " + encrypted + " is encrypted");
                    assertThat(thrown.failure().hint()).contains("openssl pkey -in " + encrypted);
                });
    }

    @Test
    void namesTheFileWithoutAKey() {
        Path certificate = certificates().client().certificate();

        assertThatThrownBy(() -> PrivateKeys.read(certificate))
                .isInstanceOf(OperatorException.class)
                .hasMessage("no private key in " + certificate);
    }

    @Test
    void namesTheFileThatIsNotThere() {
        Path missing = directory.resolve("missing.key");

        assertThatThrownBy(() -> PrivateKeys.read(missing))
                .isInstanceOf(OperatorException.class)
                .hasMessage("open " + missing + ": no such file or directory");
    }

    private TestCertificates certificates() {
        return new TestCertificates(directory);
    }

    private Path convert(Path key, String name, String... command) {
        return certificates().convert(key, name, command);
    }

    private static void assertFits(PrivateKey key, TestCertificates.Pair pair, String algorithm)
            throws GeneralSecurityException {
        X509Certificate certificate = PemFile.certificates(pair.certificate()).getFirst();
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(new byte[] {1, 2, 3});
        byte[] signature = signing.sign();
        Signature verifying = Signature.getInstance(algorithm);
        verifying.initVerify(certificate);
        verifying.update(new byte[] {1, 2, 3});
        assertThat(verifying.verify(signature)).isTrue();
    }
}
