package dev.quorate.passphrase;

import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import java.nio.file.Path;
import java.util.Optional;

/** How a line says where a passphrase is. */
public final class PassphraseFlags {

    public static final Flag<Optional<Path>> FILE = Flag.optional(
            "passphrase-file",
            ValueType.of("file", Path::of).completing(Completes.FILE),
            "takes the passphrase from the first line of this file");
    public static final Flag<Optional<String>> ENVIRONMENT = Flag.optional(
            "passphrase-env", ValueTypes.TEXT.named("variable"), "takes the passphrase from this variable");

    private PassphraseFlags() {}
}
