package dev.quorate.access;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.Access;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.Optional;

/** @param password empty for a user who cannot log in by one */
record NewUser(String name, Optional<String> password) {

    /** What {@code word}, {@code name} or {@code name:password}, and the flags say; the colon counts where no flag does. */
    static NewUser of(Invocation line, String word) {
        if (line.get(NewPassword.NONE)) {
            return new NewUser(word, Optional.empty());
        }
        Optional<String> given = line.get(NewPassword.GIVEN).filter(password -> !password.isEmpty());
        if (given.isPresent()) {
            return new NewUser(word, given);
        }
        int colon = word.indexOf(':');
        if (colon < 0) {
            return warned(line, new NewUser(word, Optional.of(NewPassword.of(line, word))));
        }
        if (colon == 0) {
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, "empty user name is not allowed", "write name:password");
        }
        return warned(line, new NewUser(word.substring(0, colon), Optional.of(word.substring(colon + 1))));
    }

    /** etcd takes an empty password, and then an empty one logs in. */
    private static NewUser warned(Invocation line, NewUser user) {
        if (user.password().filter(String::isEmpty).isPresent()) {
            line.note("Warning: the password of " + user.name() + " is empty, so anyone can log in as " + user.name());
        }
        return user;
    }

    ResponseHeader add(Access access) {
        if (password.isEmpty()) {
            return access.addUserWithoutPassword(name);
        }
        return access.addUser(name, password.get());
    }

    @Override
    public String toString() {
        return "NewUser[" + name + "]";
    }
}
