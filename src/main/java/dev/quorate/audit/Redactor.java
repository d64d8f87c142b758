package dev.quorate.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the secrets out of a line's words: values of flags that end in {@code password} or {@code passphrase}, the password
 * in {@code --user name:password} and in {@code user add name:password}, what stands behind the name in {@code user add}
 * and {@code user passwd}, what {@code set password} sets, the user part of a URL, and variables such as
 * {@code ETCDCTL_PASSWORD=} before a line. Works on words that make no valid line too, as a mistyped line holds the same
 * secrets.
 */
public final class Redactor {

    private static final String HIDDEN = "***";

    private Redactor() {}

    /** {@code words} with {@code ***} in place of secrets. */
    public static List<String> redact(List<String> words) {
        List<String> shown = new ArrayList<>(words.size());
        String flag = "";
        for (String word : words) {
            if (!flag.isEmpty()) {
                shown.add(value(flag, word));
                flag = "";
            } else if (isSecretFlag(word)) {
                shown.add(attached(word));
                flag = word.indexOf('=') < 0 ? word : "";
            } else {
                shown.add(positional(shown, word));
            }
        }
        return shown;
    }

    private static boolean isSecretFlag(String word) {
        String name = name(word);
        boolean isFlag = word.startsWith("--") && !name.startsWith("--no-") || word.equals("-u");
        return isFlag && (hidesAll(name) || hidesAfterColon(name));
    }

    /** Whether the word behind {@code word} is a secret, and so {@code word}'s own. */
    static boolean takesSecret(String word) {
        return isSecretFlag(word) && word.indexOf('=') < 0;
    }

    private static String name(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static boolean hidesAll(String name) {
        return name.endsWith("password") || name.endsWith("passphrase");
    }

    private static boolean hidesAfterColon(String name) {
        return name.endsWith("user") || name.endsWith("username") || name.equals("-u");
    }

    private static String attached(String word) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            return word;
        }
        return word.substring(0, equals + 1) + value(name(word), word.substring(equals + 1));
    }

    private static String value(String flag, String value) {
        return hidesAll(name(flag)) ? HIDDEN : afterColon(value);
    }

    private static String afterColon(String value) {
        int colon = value.indexOf(':');
        return colon < 0 ? value : value.substring(0, colon + 1) + HIDDEN;
    }

    private static String positional(List<String> before, String word) {
        if (word.startsWith("ETCDCTL_PASSWORD=") || word.startsWith("ETCDCTL_USER=")) {
            return variable(word);
        }
        if (follows(before, "set", "password")) {
            return HIDDEN;
        }
        Optional<List<String>> user = UserLine.behindVerb(before);
        if (user.isPresent() && !word.startsWith("-")) {
            return user.get().isEmpty() ? afterColon(word) : HIDDEN;
        }
        return follows(before, "set", "user") ? afterColon(word) : withoutUserInfo(word);
    }

    private static String variable(String word) {
        int value = word.indexOf('=') + 1;
        return word.startsWith("ETCDCTL_USER")
                ? word.substring(0, value) + afterColon(word.substring(value))
                : word.substring(0, value) + HIDDEN;
    }

    private static boolean follows(List<String> before, String first, String second) {
        int size = before.size();
        return size >= 2
                && before.get(size - 2).equals(first)
                && before.get(size - 1).equals(second);
    }

    /** {@code https://name:password@host} without the password. */
    private static String withoutUserInfo(String word) {
        int scheme = word.indexOf("://");
        int at = word.indexOf('@', Math.max(scheme, 0));
        int colon = word.indexOf(':', scheme + 3);
        if (scheme < 0 || at < 0 || colon < 0 || colon > at) {
            return word;
        }
        return word.substring(0, colon + 1) + HIDDEN + word.substring(at);
    }
}
