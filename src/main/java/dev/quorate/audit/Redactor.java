package dev.quorate.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the secrets out of a line's words: values of flags that end in {@code password} or {@code passphrase}, the password
 * in {@code --user name:password} and in {@code user add name:password}, and in the user part of a URL. Works on words that
 * make no valid line too, as a mistyped line holds the same secrets.
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
        return word.startsWith("--") && (hidesAll(name) || hidesAfterColon(name)) && !name.startsWith("--no-");
    }

    private static String name(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static boolean hidesAll(String name) {
        return name.endsWith("password") || name.endsWith("passphrase");
    }

    private static boolean hidesAfterColon(String name) {
        return name.endsWith("user");
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
        int size = before.size();
        boolean newUser = size >= 2
                && before.get(size - 2).equals("user")
                && before.get(size - 1).startsWith("a");
        return newUser ? afterColon(word) : withoutUserInfo(word);
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
