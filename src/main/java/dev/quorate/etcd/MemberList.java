package dev.quorate.etcd;

import java.util.List;

/** The membership as one member knows it. */
public record MemberList(ResponseHeader header, List<Member> members) {
    public MemberList {
        members = List.copyOf(members);
    }
}
