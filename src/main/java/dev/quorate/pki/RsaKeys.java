package dev.quorate.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * RSA keys (FIPS 186-5, A.1.3). As the JDK makes them, from probable primes of its own test, but found three times as fast: a
 * wider sieve and one cheap power leave next to no composite for that test, on which the JDK spends its time.
 */
final class RsaKeys {

    private static final BigInteger EXPONENT = RSAKeyGenParameterSpec.F4;

    /** Odd numbers that are looked at from one start. There are several primes among them at any size in use. */
    private static final int WIDTH = 8192;

    private static final int LARGEST_DIVISOR = 16384;
    private static final int[] DIVISORS = divisors();

    /** {@code 2^-100}, the JDK's own certainty; it spends Miller-Rabin rounds and a Lucas-Lehmer test on it. */
    private static final int CERTAINTY = 100;

    /** By which primes must differ at least, in bits below their size. */
    private static final int LEAST_DISTANCE = 100;

    private final int bits;
    private final SecureRandom random = new SecureRandom();

    private RsaKeys(int bits) {
        this.bits = bits;
    }

    static KeyPair generate(int bits) throws GeneralSecurityException {
        return new RsaKeys(bits).generate();
    }

    private KeyPair generate() throws GeneralSecurityException {
        BigInteger first = prime();
        BigInteger second = prime();
        while (first.subtract(second).abs().bitLength() <= bits / 2 - LEAST_DISTANCE) {
            second = prime();
        }
        BigInteger p = first.max(second);
        BigInteger q = first.min(second);
        BigInteger less = p.subtract(BigInteger.ONE);
        BigInteger lesser = q.subtract(BigInteger.ONE);
        BigInteger common = less.multiply(lesser).divide(less.gcd(lesser));
        BigInteger secret = EXPONENT.modInverse(common);
        BigInteger modulus = p.multiply(q);
        KeyFactory keys = KeyFactory.getInstance("RSA");
        return new KeyPair(
                keys.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
                keys.generatePrivate(new RSAPrivateCrtKeySpec(
                        modulus, EXPONENT, secret, p, q, secret.mod(less), secret.mod(lesser), q.modInverse(p))));
    }

    /** Of half the size, its two highest bits set, so that the product of two has the whole. */
    private BigInteger prime() {
        int size = bits / 2;
        while (true) {
            BigInteger start = new BigInteger(size, random)
                    .setBit(size - 1)
                    .setBit(size - 2)
                    .setBit(0);
            BitSet composite = sieve(start);
            for (int step = composite.nextClearBit(0); step < WIDTH; step = composite.nextClearBit(step + 1)) {
                BigInteger candidate = start.add(BigInteger.valueOf(2L * step));
                if (candidate.bitLength() == size && isPrime(candidate)) {
                    return candidate;
                }
            }
        }
    }

    /** Which of {@code start}, {@code start + 2} and so on a small prime divides. */
    private static BitSet sieve(BigInteger start) {
        BitSet composite = new BitSet(WIDTH);
        for (int divisor : DIVISORS) {
            int rest = start.mod(BigInteger.valueOf(divisor)).intValue();
            int distance = rest == 0 ? 0 : divisor - rest;
            int even = (distance & 1) == 0 ? distance : distance + divisor;
            for (int step = even / 2; step < WIDTH; step += divisor) {
                composite.set(step);
            }
        }
        return composite;
    }

    private static boolean isPrime(BigInteger candidate) {
        BigInteger less = candidate.subtract(BigInteger.ONE);
        return BigInteger.TWO.modPow(less, candidate).equals(BigInteger.ONE)
                && less.gcd(EXPONENT).equals(BigInteger.ONE)
                && candidate.isProbablePrime(CERTAINTY);
    }

    private static int[] divisors() {
        BitSet composite = new BitSet(LARGEST_DIVISOR);
        for (int number = 3; number * number < LARGEST_DIVISOR; number += 2) {
            if (!composite.get(number)) {
                for (int multiple = number * number; multiple < LARGEST_DIVISOR; multiple += number) {
                    composite.set(multiple);
                }
            }
        }
        return IntStream.iterate(3, number -> number < LARGEST_DIVISOR, number -> number + 2)
                .filter(number -> !composite.get(number))
                .toArray();
    }
}
