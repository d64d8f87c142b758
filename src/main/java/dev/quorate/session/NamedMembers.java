package dev.quorate.session;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.Member;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Members by their names, as the cluster itself tells them; any member can, also without a quorum. Where the session has an
 * endpoint of a member, that is where it is reached: what it advertises may be for its own network only.
 */
public final class NamedMembers implements MemberEndpoints {

    /** Stands for all members, where none is called so. */
    public static final String ALL = "cluster";

    private final Sessions sessions;
    private final Connections connections;

    public NamedMembers(Sessions sessions, Connections connections) {
        this.sessions = sessions;
        this.connections = connections;
    }

    @Override
    public List<String> of(List<String> names) throws InterruptedException {
        List<Member> members = connections.client().membership().list(false).members();
        List<Member> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.addAll(called(name, members));
        }
        Map<Long, Endpoint> reached = reached(wanted);
        Set<String> endpoints = new LinkedHashSet<>();
        for (Member member : wanted) {
            Endpoint known = reached.get(member.id());
            endpoints.addAll(known == null ? member.clientUrls() : List.of(known.text()));
        }
        return List.copyOf(endpoints);
    }

    private static List<Member> called(String name, List<Member> members) {
        Optional<Member> named = find(name, members);
        if (named.isEmpty() && name.equals(ALL)) {
            return members.stream()
                    .filter(member -> !member.clientUrls().isEmpty())
                    .toList();
        }
        Member member = named.orElseThrow(() -> unknown(name, members));
        if (member.clientUrls().isEmpty()) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "member " + name + " serves no clients, as it has not started yet",
                    "status tells how it stands");
        }
        return List.of(member);
    }

    /** The endpoints of the session that are known to be those of {@code members}, by the id of the member. */
    private Map<Long, Endpoint> reached(List<Member> members) throws InterruptedException {
        EtcdSettings settings = sessions.current().etcd();
        Map<Long, Endpoint> reached = new HashMap<>();
        List<Endpoint> others = new ArrayList<>();
        for (Endpoint endpoint : settings.endpoints()) {
            Optional<Member> owner = members.stream()
                    .filter(member -> advertises(member, endpoint))
                    .findFirst();
            owner.ifPresentOrElse(member -> reached.putIfAbsent(member.id(), endpoint), () -> others.add(endpoint));
        }
        boolean all = members.stream().allMatch(member -> reached.containsKey(member.id()));
        if (!all && !others.isEmpty()) {
            ask(others, settings).forEach(reached::putIfAbsent);
        }
        return reached;
    }

    private static boolean advertises(Member member, Endpoint endpoint) {
        return member.clientUrls().stream()
                .anyMatch(url -> new Endpoint(url).authority().equals(endpoint.authority()));
    }

    /** Who is behind each of {@code endpoints}, by the id; without those that do not tell. */
    private Map<Long, Endpoint> ask(List<Endpoint> endpoints, EtcdSettings settings) throws InterruptedException {
        Map<Long, Endpoint> told = new HashMap<>();
        List<Reply<Long>> replies = connections.onEach(
                endpoints,
                settings.timeouts().dial(),
                (client, endpoint) ->
                        client.maintenance().status(endpoint).header().memberId());
        for (Reply<Long> reply : replies) {
            reply.value().ifPresent(id -> told.putIfAbsent(id, reply.endpoint()));
        }
        return told;
    }

    /** The member of {@code members} called {@code word}, or with that id in hexadecimal. */
    public static Optional<Member> find(String word, List<Member> members) {
        Optional<Member> named =
                members.stream().filter(member -> member.name().equals(word)).findFirst();
        return named.isPresent()
                ? named
                : members.stream()
                        .filter(member -> member.hexId().equalsIgnoreCase(word))
                        .findFirst();
    }

    /** Says that {@code word} is none of {@code members}. */
    public static OperatorException unknown(String word, List<Member> members) {
        String names = members.stream()
                .map(member -> member.started() ? member.name() : member.hexId())
                .sorted()
                .collect(Collectors.joining(", "));
        return OperatorException.of(
                ExitCode.BAD_ARGUMENTS, "no member named \"" + word + "\"", "the members are: " + names);
    }
}
