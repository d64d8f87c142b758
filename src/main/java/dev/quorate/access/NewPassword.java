package dev.quorate.access;

import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Bytes;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Where the password of a user comes from that is to get one. */
final class NewPassword {

    static final Flag<Boolean> INTERACTIVE =
            Flag.bool("interactive", true, "asks for the password twice; =false reads a line of standard input");
    static final Flag<Optional<String>> GIVEN = Flag.optional(
            "new-user-password", ValueTypes.TEXT.named("password"), "the password, for all who see the line");
    static final Flag<Boolean> NONE =
            Flag.bool("no-password", "the user logs in as the common name of a certificate only");

    private NewPassword() {}

    /** Reads the password of {@code user} from standard input, or asks for it. */
    static String of(Invocation line, String user) {
        if (line.get(INTERACTIVE)) {
            return askTwice(line, user);
        }
        return new String(line.readSecret(""));
    }

    private static String askTwice(Invocation line, String user) {
        char[] password = ask(line, "Password of " + user + ": ");
        if (password.length == 0) {
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, "empty password", "--no-password adds a user without");
        }
        char[] again = ask(line, "Type password of " + user + " again for confirmation: ");
        if (!Arrays.equals(password, again)) {
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, "given passwords are different", "type it twice alike");
        }
        return new String(password);
    }

    /** etcdctl writes the prompt to standard output; so do we where nobody is there to see it elsewhere. */
    private static char[] ask(Invocation line, String prompt) {
        if (line.interactive()) {
            return line.readSecret(prompt);
        }
        try {
            line.output().write(Bytes.of(prompt + "\n").unsafeArray());
        } catch (IOException e) {
            Failure failure = Failure.of(ExitCode.IO, "cannot write standard output: " + e.getMessage());
            throw new OperatorException(failure, e);
        }
        return line.readSecret("");
    }
}
