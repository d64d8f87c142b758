package dev.quorate.remote.ssh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of {@code known_hosts}.
 *
 * @param hosts patterns, or one hashed name
 * @param line counted from 1
 */
record KnownHostEntry(List<String> hosts, HostKey key, boolean revoked, Path file, int line) {

    private static final String HASHED = "|1|";

    /** Empty for a comment, an authority of host certificates and whatever is no entry. */
    static Optional<KnownHostEntry> of(String text, Path file, int line) {
        List<String> words = List.of(text.strip().split("\\s+"));
        boolean revoked = words.getFirst().equals("@revoked");
        List<String> entry = revoked ? words.subList(1, words.size()) : words;
        if (entry.size() < 3
                || entry.getFirst().startsWith("#")
                || entry.getFirst().startsWith("@")) {
            return Optional.empty();
        }
        try {
            HostKey key = new HostKey(entry.get(1), Base64.getDecoder().decode(entry.get(2)));
            return Optional.of(new KnownHostEntry(List.of(entry.getFirst().split(",")), key, revoked, file, line));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isFor(String place) {
        if (hosts.getFirst().startsWith(HASHED)) {
            return hashMatches(hosts.getFirst(), place);
        }
        return HostPattern.anyMatches(hosts, place);
    }

    /** {@code |1|salt|HMAC-SHA1 of the name, keyed by the salt}, both in base64. */
    private static boolean hashMatches(String hashed, String place) {
        String[] parts = hashed.split("\\|");
        if (parts.length != 4) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[2]), "HmacSHA1"));
            byte[] wanted = mac.doFinal(place.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(wanted, Base64.getDecoder().decode(parts[3]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
