package dev.quorate.access;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Access;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.session.Connections;
import java.util.List;

/** {@code user …}. */
public final class UserCommands implements CommandGroup {

    private static final Argument<String> NEW_USER =
            Argument.required("user[:password]", ValueTypes.TEXT.named("user"), "name of the new user");
    private static final Flag<Boolean> DETAIL = Flag.bool("detail", "shows the permissions of each role too");

    private final Connections connections;

    public UserCommands(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                command("user add", "Adds a user")
                        .effect(Effect.WRITES)
                        .details("""
                                Asks for the password twice; --interactive=false reads it from standard input.

                                  user add ann
                                  user add ann --interactive=false < password-file
                                  user add ann --no-password       ann is the common name of a certificate
                                """)
                        .arguments(NEW_USER)
                        .flags(NewPassword.INTERACTIVE, NewPassword.GIVEN, NewPassword.NONE)
                        .runs(this::add),
                command("user delete", "Deletes a user")
                        .effect(Effect.DISRUPTS)
                        .arguments(AccessWords.USER)
                        .runs(this::delete),
                command("user get", "Shows the roles of a user")
                        .arguments(AccessWords.USER)
                        .flags(DETAIL)
                        .runs(this::get),
                command("user list", "Lists the users").runs(this::list),
                command("user passwd", "Changes the password of a user")
                        .effect(Effect.DISRUPTS)
                        .details("Asks for the password twice; --interactive=false reads it from standard input.")
                        .arguments(AccessWords.USER)
                        .flags(NewPassword.INTERACTIVE)
                        .runs(this::changePassword),
                command("user grant-role", "Gives a user a role")
                        .effect(Effect.WRITES)
                        .arguments(AccessWords.USER, AccessWords.ROLE)
                        .runs(this::grantRole),
                command("user revoke-role", "Takes a role from a user")
                        .effect(Effect.DISRUPTS)
                        .arguments(AccessWords.USER, AccessWords.ROLE)
                        .runs(this::revokeRole));
    }

    private static CommandSpec.Builder command(String words, String summary) {
        return CommandSpec.named(words, summary).group(AccessWords.GROUP);
    }

    private void add(Invocation line) {
        NewUser user = NewUser.of(line, line.get(NEW_USER));
        line.print(ChangeView.ofUser(user.name(), "created", user.add(access())));
    }

    private void delete(Invocation line) {
        String user = line.get(AccessWords.USER);
        line.print(ChangeView.ofUser(user, "deleted", access().deleteUser(user)));
    }

    private void get(Invocation line) {
        String user = line.get(AccessWords.USER);
        Access access = access();
        Access.Names roles = access.rolesOf(user);
        if (line.get(DETAIL)) {
            UserDetail.print(user, roles.names(), access, line);
            return;
        }
        line.print(new UserView(user, roles));
    }

    private void list(Invocation line) {
        line.print(new NamesView("user", access().users()));
    }

    private void changePassword(Invocation line) {
        String user = line.get(AccessWords.USER);
        ResponseHeader header = access().changePassword(user, NewPassword.of(line, user));
        line.print(ChangeView.ofPassword(user, header));
    }

    private void grantRole(Invocation line) {
        String user = line.get(AccessWords.USER);
        String role = line.get(AccessWords.ROLE);
        line.print(ChangeView.ofGrant(user, role, "is granted to", access().grantRole(user, role)));
    }

    private void revokeRole(Invocation line) {
        String user = line.get(AccessWords.USER);
        String role = line.get(AccessWords.ROLE);
        line.print(ChangeView.ofGrant(user, role, "is revoked from", access().revokeRole(user, role)));
    }

    private Access access() {
        return connections.client().access();
    }
}
