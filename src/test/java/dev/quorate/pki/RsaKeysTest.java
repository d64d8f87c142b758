package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.OpenSsl;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeysTest {

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072, 4096})
    void opensslFindsNothingWrong(int bits, @TempDir Path home) throws Exception {
        KeyPair pair = RsaKeys.generate(bits);
        Path key = Files.write(
                home.resolve("rsa.key"),
                PrivateKeys.encode(pair, KeyEncoding.PKCS1).bytes());

        assertThat(OpenSsl.output("rsa", "-in", key, "-check", "-noout")).contains("RSA key ok");
        assertThat(((RSAPublicKey) pair.getPublic()).getModulus().bitLength()).isEqualTo(bits);
    }

    @Test
    void primesAreFarApartAndOfTheirFullSize() throws Exception {
        for (int count = 0; count < 20; count++) {
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) RsaKeys.generate(2048).getPrivate();
            BigInteger distance = key.getPrimeP().subtract(key.getPrimeQ());

            assertThat(key.getPrimeP().bitLength()).isEqualTo(1024);
            assertThat(key.getPrimeQ().bitLength()).isEqualTo(1024);
            assertThat(distance.signum()).isPositive();
            assertThat(distance.bitLength()).isGreaterThan(1024 - 100);
            assertThat(key.getPrivateExponent().bitLength()).isGreaterThan(1024);
        }
    }
}
