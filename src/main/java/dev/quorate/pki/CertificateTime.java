package dev.quorate.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.x509.Time;

/**
 * Times as certificates have them: of two digits for the year through 2049, of four from then on (RFC 5280, 4.1.2.5). Bouncy
 * Castle's own way there makes and reads a text by {@code SimpleDateFormat}, at a tenth of the price of a signature.
 */
final class CertificateTime {

    private static final int FIRST_OF_FOUR_DIGITS = 2050;
    private static final int FIRST_OF_TWO_DIGITS = 1950;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT);

    private CertificateTime() {}

    static Time of(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        boolean twoDigits = time.getYear() >= FIRST_OF_TWO_DIGITS && time.getYear() < FIRST_OF_FOUR_DIGITS;
        return twoDigits
                ? encoded(BERTags.UTC_TIME, SHORT.format(time))
                : encoded(BERTags.GENERALIZED_TIME, LONG.format(time));
    }

    private static Time encoded(int tag, String text) {
        byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[2 + characters.length];
        bytes[0] = (byte) tag;
        bytes[1] = (byte) characters.length;
        System.arraycopy(characters, 0, bytes, 2, characters.length);
        try {
            return Time.getInstance(ASN1Primitive.fromByteArray(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode " + text, e);
        }
    }
}
