package dev.quorate.member;

import dev.quorate.etcd.Member;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

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
        for (Member member : members) {
            if (member.name().equals(word)) {
                return member.id();
            }
        }
        return id.orElseThrow(() -> unknown(word, members));
    }

    private static OptionalLong hexadecimal(String word) {
        try {
            return OptionalLong.of(Long.parseUnsignedLong(word, 16));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static OperatorException unknown(String word, List<Member> members) {
        String names = members.stream()
                .map(member -> member.started() ? member.name() : member.hexId())
                .collect(Collectors.joining(", "));
        return OperatorException.of(
                ExitCode.BAD_ARGUMENTS, "no member named \"" + word + "\"", "the members are: " + names);
    }
}
