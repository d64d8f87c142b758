package dev.quorate.shell.completion;

import dev.quorate.command.Completes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.session.Connections;
import dev.quorate.session.ContextStore;
import dev.quorate.session.Sessions;
import dev.quorate.session.SettingName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The sources that know the session and its cluster. */
public final class ClusterSources {

    private final Sessions sessions;
    private final Connections connections;
    private final ContextStore contexts;
    private final Lookups lookups;
    private final Clock clock;

    public ClusterSources(
            Sessions sessions, Connections connections, ContextStore contexts, Clock clock, Lookups lookups) {
        this.sessions = sessions;
        this.connections = connections;
        this.contexts = contexts;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** What a source does, given what was typed. */
    private record Named(Completes kind, Function<String, Proposals> proposals) implements CompletionSource {
        @Override
        public Proposals propose(String typed) {
            return proposals.apply(typed);
        }
    }

    public List<CompletionSource> all() {
        return List.of(
                new KeySource(connections, lookups, new KnownKeys(clock)),
                new Named(Completes.MEMBER, typed -> fromCluster("members", ClusterSources::members)),
                new Named(Completes.LEASE, typed -> fromCluster("leases", ClusterSources::leases)),
                new Named(Completes.USER, typed -> fromCluster("users", ClusterSources::users)),
                new Named(Completes.ROLE, typed -> fromCluster("roles", ClusterSources::roles)),
                new Named(Completes.ENDPOINT, typed -> endpoints()),
                new Named(Completes.CONTEXT, typed -> contexts()),
                new Named(Completes.SETTING, typed -> settings()),
                new FileSource(Completes.FILE),
                new FileSource(Completes.SNAPSHOT),
                new FileSource(Completes.DIRECTORY));
    }

    private Proposals fromCluster(String name, Function<EtcdClient, List<Proposal>> question) {
        return lookups.ask(name, soFar -> {
            Optional<EtcdClient> client = connections.clientInBackground();
            return client.isEmpty() ? Proposals.NONE : Proposals.all(question.apply(client.get()));
        });
    }

    private static List<Proposal> members(EtcdClient client) {
        return client.membership().list(false).members().stream()
                .filter(Member::started)
                .sorted(Comparator.comparing(Member::name))
                .map(member -> Proposal.of(member.name(), member.hexId() + (member.learner() ? ", learner" : "")))
                .toList();
    }

    private static List<Proposal> leases(EtcdClient client) {
        return client.leases().list().ids().stream()
                .map(Long::toHexString)
                .sorted()
                .map(Proposal::of)
                .toList();
    }

    private static List<Proposal> users(EtcdClient client) {
        return client.access().users().names().stream().map(Proposal::of).toList();
    }

    private static List<Proposal> roles(EtcdClient client) {
        return client.access().roles().names().stream().map(Proposal::of).toList();
    }

    /** Those of the session at once, those of the members when they are known. */
    private Proposals endpoints() {
        List<Proposal> proposals = new ArrayList<>(sessions.standing().etcd().endpoints().stream()
                .map(endpoint -> Proposal.of(endpoint.text()))
                .toList());
        Proposals found = fromCluster("endpoints", ClusterSources::clientUrls);
        for (Proposal proposal : found.list()) {
            boolean known = proposals.stream().anyMatch(other -> sameAddress(other.value(), proposal.value()));
            if (!known) {
                proposals.add(proposal);
            }
        }
        return new Proposals(proposals, true);
    }

    private static boolean sameAddress(String one, String other) {
        return new Endpoint(one).authority().equals(new Endpoint(other).authority());
    }

    private static List<Proposal> clientUrls(EtcdClient client) {
        return client.membership().list(false).members().stream()
                .flatMap(member -> member.clientUrls().stream().map(url -> Proposal.of(url, member.name())))
                .toList();
    }

    private Proposals contexts() {
        return Proposals.all(contexts.names().stream().map(Proposal::of).toList());
    }

    private static Proposals settings() {
        return Proposals.all(Arrays.stream(SettingName.values())
                .map(setting -> Proposal.of(setting.word(), setting.description()))
                .toList());
    }
}
