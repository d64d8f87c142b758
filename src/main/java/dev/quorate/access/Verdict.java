package dev.quorate.access;

import dev.quorate.etcd.Access;
import dev.quorate.etcd.Access.Permission;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a wish is granted, by the rules of etcd: the permissions of a user's roles add up, and the role root may do
 * everything.
 *
 * @param roles the user has
 * @param grounds what grants it; where it is refused, what grants a part of it
 * @param idle whether authentication is off, so that nobody is asked
 */
record Verdict(Wish wish, boolean allowed, List<String> roles, List<Ground> grounds, boolean idle) {

    static Verdict on(Wish wish, Access access) {
        List<String> roles = access.rolesOf(wish.user()).names();
        boolean idle = isOff(access);
        if (roles.contains(RootUser.NAME)) {
            return new Verdict(wish, true, roles, List.of(Ground.ofRoot()), idle);
        }
        Interval wanted = Interval.of(wish.keys());
        List<Ground> grounds = grounds(wish, wanted, roles, access);
        List<Interval> granted =
                grounds.stream().flatMap(ground -> ground.interval().stream()).toList();
        Optional<Ground> sufficient = grounds.stream()
                .filter(ground ->
                        ground.interval().filter(part -> part.covers(wanted)).isPresent())
                .findFirst();
        return new Verdict(
                wish, wanted.coveredBy(granted), roles, sufficient.map(List::of).orElse(grounds), idle);
    }

    private static List<Ground> grounds(Wish wish, Interval wanted, List<String> roles, Access access) {
        List<Ground> grounds = new ArrayList<>();
        for (String role : roles) {
            for (Permission permission : access.permissionsOf(role).permissions()) {
                boolean concerns = Interval.of(permission.range()).overlaps(wanted);
                if (concerns && wish.right().grantedBy(permission)) {
                    grounds.add(new Ground(role, Optional.of(permission)));
                }
            }
        }
        return grounds;
    }

    /** What cannot be told, by etcd 3.4 or without the permission to ask, is taken to be on. */
    private static boolean isOff(Access access) {
        try {
            return !access.status().enabled();
        } catch (OperatorException e) {
            return false;
        }
    }

    /** @throws OperatorException if it is refused: a script goes by the exit status */
    void requireAllowed() {
        if (allowed) {
            return;
        }
        String role = roles.isEmpty() ? "ROLE" : roles.getFirst();
        String hint = "role grant-permission " + role + " " + wish.right().verb() + " KEY allows it";
        throw OperatorException.of(ExitCode.ERROR, wish.user() + " may not " + wish.deed(), hint);
    }
}
