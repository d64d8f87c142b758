package dev.quorate.provision;

import dev.quorate.inventory.ServiceSpec.Account;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a host must have before a member is put on it.
 *
 * @param systemd whether it must be run by systemd, and commands as root
 * @param room on its file systems
 * @param neighbours the members it must find and reach, itself among them
 * @param user who must be known there already; empty where the plan makes the user
 * @param account who is to run etcd; made where it is missing, left as it is where it is there
 * @param token of the cluster: data that was not begun under it is another cluster's
 */
public record HostNeeds(
        boolean systemd,
        List<Room> room,
        List<Neighbour> neighbours,
        Optional<String> user,
        Optional<Account> account,
        String token) {

    /** Nothing but ports. */
    public static final HostNeeds NONE =
            new HostNeeds(false, List.of(), List.of(), Optional.empty(), Optional.empty(), "");

    /**
     * Space in a directory that may not be there yet.
     *
     * @param programs whether programs are to run from there
     */
    public record Room(Path directory, int megabytes, boolean programs) {}

    /**
     * Another member as this host must see it.
     *
     * @param names that must lead to {@code address}
     * @param ports that must be reachable there
     */
    public record Neighbour(String member, List<String> names, String address, List<Integer> ports) {
        public Neighbour {
            names = List.copyOf(names);
            ports = List.copyOf(ports);
        }
    }

    public HostNeeds {
        room = List.copyOf(room);
        neighbours = List.copyOf(neighbours);
    }
}
