package dev.quorate.member;

import dev.quorate.etcd.Member;
import dev.quorate.session.Connections;
import dev.quorate.session.NamedMembers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds members by name, or by id as etcdctl does. */
final class MemberFinder {

    /** Whole ids are not looked up first, so that etcd itself says what it thinks of one that is not there. */
    private static final int DIGITS_OF_AN_ID = 16;

    private final Connections connections;

    MemberFinder(Connections connections) {
        this.connections = connections;
    }

    /** The id of the member called {@code word}, or {@code word} as an id in hexadecimal. */
    long find(String word) {
        OptionalLong id = hexadecimal(word);
        if (id.isPresent() && word.length() >= DIGITS_OF_AN_ID) {
            return id.getAsLong();
        }
        List<Member> members = connections.client().membership().list(false).members();
        Optional<Member> found = NamedMembers.find(word, members);
        return found.isPresent() ? found.get().id() : id.orElseThrow(() -> NamedMembers.unknown(word, members));
    }

    private static OptionalLong hexadecimal(String word) {
        try {
            return OptionalLong.of(Long.parseUnsignedLong(word, 16));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
