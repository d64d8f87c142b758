package dev.quorate.provision;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.nodeconfig.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A member on its way into a cluster that lives: known there by its name, or, before it has started, by its peer URLs. */
public record Newcomer(Node node) {

    private static final EtcdVersion FIRST_WITH_LEARNERS = new EtcdVersion(3, 4, 0);

    public String name() {
        return node.name();
    }

    /** Where the others will reach it. */
    public List<String> peerUrls() {
        List<String> urls = node.settings().list(Setting.INITIAL_ADVERTISE_PEER_URLS);
        if (urls.isEmpty()) {
            throw new IllegalStateException(name() + " advertises no peer URL");
        }
        return urls;
    }

    /** Whether it can be added without a vote, until it has caught up. */
    public boolean learns() {
        return node.program().version().atLeast(FIRST_WITH_LEARNERS);
    }

    /** What the membership has of it. */
    public Optional<Member> among(List<Member> members) {
        return members.stream().filter(this::is).findFirst();
    }

    private boolean is(Member member) {
        return member.started() ? member.name().equals(name()) : hasUrlsOf(member);
    }

    /** Whether the others look for {@code member} where this one will be. */
    public boolean hasUrlsOf(Member member) {
        return new HashSet<>(member.peerUrls()).equals(new HashSet<>(peerUrls()));
    }

    /**
     * Whether the others look for {@code member} where this one is reached: where it advertises to be, where it listens, or
     * where those that found a cluster look for it, which is what etcd makes its membership of.
     */
    public boolean isWhere(Member member) {
        Set<String> places = new HashSet<>(peerUrls());
        places.addAll(node.settings().list(Setting.LISTEN_PEER_URLS));
        String own = name() + "=";
        for (String entry : node.settings().list(Setting.INITIAL_CLUSTER)) {
            if (entry.startsWith(own)) {
                places.add(entry.substring(own.length()));
            }
        }
        return !member.peerUrls().isEmpty() && places.containsAll(member.peerUrls());
    }

    /** {@code --initial-cluster} as a member that joins must be told: the membership as it is, itself by its name. */
    public String initialCluster(MemberList list) {
        List<String> entries = new ArrayList<>();
        for (Member member : list.members()) {
            String known = member.started() ? member.name() : member.hexId();
            String name = is(member) ? name() : known;
            member.peerUrls().forEach(url -> entries.add(name + "=" + url));
        }
        return String.join(",", entries);
    }
}
