package dev.quorate.access;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Access;
import dev.quorate.etcd.Access.Permission;
import dev.quorate.etcd.KeyRange;
import dev.quorate.session.Connections;
import java.util.List;

/** {@code role …}. */
public final class RoleCommands implements CommandGroup {

    private static final Argument<String> NEW_ROLE =
            Argument.required("role", ValueTypes.TEXT.named("role"), "name of the new role");
    private static final Argument<Permission.Type> TYPE =
            Argument.required("permission", ValueTypes.choice(Permission.Type.class), "what the role may do");
    private static final PermittedKeys GRANTED = PermittedKeys.named("grants");
    private static final PermittedKeys REVOKED = PermittedKeys.named("revokes");

    private final Connections connections;

    public RoleCommands(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                command("role add", "Adds a role, which permits nothing yet")
                        .effect(Effect.WRITES)
                        .arguments(NEW_ROLE)
                        .runs(this::add),
                command("role delete", "Deletes a role")
                        .effect(Effect.DISRUPTS)
                        .arguments(AccessWords.ROLE)
                        .runs(this::delete),
                command("role get", "Shows what a role permits")
                        .arguments(AccessWords.ROLE)
                        .runs(this::get),
                command("role list", "Lists the roles").runs(this::list),
                command("role grant-permission", "Lets a role read or write keys")
                        .effect(Effect.WRITES)
                        .details("""
                                  role grant-permission app readwrite /app/ --prefix
                                  role grant-permission app read shared
                                  role grant-permission backup read "" --prefix    every key
                                """)
                        .arguments(AccessWords.ROLE, TYPE, GRANTED.key(), GRANTED.end())
                        .flags(GRANTED.prefix(), GRANTED.fromKey())
                        .runs(this::grant),
                command("role revoke-permission", "Takes keys from a role")
                        .effect(Effect.DISRUPTS)
                        .details("The keys must be those that were granted, exactly: role get shows them.")
                        .arguments(AccessWords.ROLE, REVOKED.key(), REVOKED.end())
                        .flags(REVOKED.prefix(), REVOKED.fromKey())
                        .runs(this::revoke));
    }

    private static CommandSpec.Builder command(String words, String summary) {
        return CommandSpec.named(words, summary).group(AccessWords.GROUP);
    }

    private void add(Invocation line) {
        String role = line.get(NEW_ROLE);
        line.print(ChangeView.ofRole(role, "created", access().addRole(role)));
    }

    private void delete(Invocation line) {
        String role = line.get(AccessWords.ROLE);
        line.print(ChangeView.ofRole(role, "deleted", access().deleteRole(role)));
    }

    private void get(Invocation line) {
        String role = line.get(AccessWords.ROLE);
        line.print(new RoleView(role, access().permissionsOf(role)));
    }

    private void list(Invocation line) {
        line.print(new NamesView("role", access().roles()));
    }

    private void grant(Invocation line) {
        String role = line.get(AccessWords.ROLE);
        Permission permission = new Permission(line.get(TYPE), GRANTED.of(line));
        line.print(ChangeView.ofRole(role, "updated", access().grantPermission(role, permission)));
    }

    private void revoke(Invocation line) {
        String role = line.get(AccessWords.ROLE);
        KeyRange range = REVOKED.of(line);
        String key = line.get(REVOKED.key());
        line.print(ChangeView.ofRevoked(role, key, range, access().revokePermission(role, range)));
    }

    private Access access() {
        return connections.client().access();
    }
}
