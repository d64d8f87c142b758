package dev.quorate.session;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.regex.Pattern;

/**
 * A cluster and how to reach it, under a name. It has no password: at most the file that holds one.
 *
 * @param name also the name of its directory
 */
public record Context(String name, SettingValues values) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public Context {
        if (!NAME.matcher(name).matches()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "\"" + name + "\" cannot be the name of a context",
                    "a name has letters, digits, '.', '_' and '-', and begins with a letter or digit");
        }
        values = withoutSecrets(values);
    }

    private static SettingValues withoutSecrets(SettingValues values) {
        SettingValues kept = values.without(SettingName.PASSWORD);
        return kept.find(SettingName.USER)
                .map(user -> kept.with(SettingName.USER, Login.nameIn(user)))
                .orElse(kept);
    }
}
