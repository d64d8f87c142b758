package dev.quorate.pki;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param type between {@code -----BEGIN} and the dashes: {@code CERTIFICATE}
 * @param headers lines such as {@code Proc-Type: 4,ENCRYPTED}, which only the old key formats have; else empty
 */
record Pem(String type, String headers, byte[] content) {

    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]+)-----\\s*?\\n((?:[A-Za-z-]+: [^\\n]*\\n)*)([A-Za-z0-9+/=\\s]*?)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    Pem(String type, byte[] content) {
        this(type, "", content);
    }

    /** All blocks in {@code text}; whatever stands between them is skipped, as openssl writes text there. */
    static List<Pem> blocks(String text) {
        List<Pem> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text.replace("\r", ""));
        while (block.find()) {
            byte[] content = Base64.getMimeDecoder().decode(block.group(3));
            blocks.add(new Pem(block.group(1), block.group(2), content));
        }
        return blocks;
    }

    String text() {
        return "-----BEGIN " + type + "-----\n"
                + headers
                + new String(LINES.encode(content), StandardCharsets.US_ASCII)
                + "\n-----END " + type + "-----\n";
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }
}
