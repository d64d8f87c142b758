package dev.quorate.access;

import dev.quorate.command.Argument;
import dev.quorate.command.Completes;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;

/** Words that the commands of this package share. */
final class AccessWords {

    static final String GROUP = "Access";

    private static final ValueType<String> USER_NAME =
            ValueTypes.TEXT.named("user").completing(Completes.USER);
    private static final ValueType<String> ROLE_NAME =
            ValueTypes.TEXT.named("role").completing(Completes.ROLE);

    static final Argument<String> USER = Argument.required("user", USER_NAME, "name of the user");
    static final Argument<String> ROLE = Argument.required("role", ROLE_NAME, "name of the role");

    private AccessWords() {}
}
