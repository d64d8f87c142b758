package dev.quorate.sandbox;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.provision.Node.Program;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the sandbox was decided to be.
 *
 * @param program the etcd its members run
 * @param token of the cluster, new with each sandbox
 * @param joined whether all members were healthy once: from then on the cluster counts on their data
 */
record SandboxSpec(int size, Program program, String token, Ports ports, boolean joined) {

    static final int MOST_MEMBERS = 9;

    /** The ports of every member; their addresses differ. */
    record Ports(int client, int peer) {}

    /** A member's name and loopback address. */
    record Member(String name, String address) {}

    List<Member> members() {
        return members(size);
    }

    static List<Member> members(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(number -> new Member("etcd" + number, "127.0.0." + number))
                .toList();
    }

    String clientUrl(Member member) {
        return "https://" + member.address() + ":" + ports.client();
    }

    String peerUrl(Member member) {
        return "https://" + member.address() + ":" + ports.peer();
    }

    EtcdVersion version() {
        return program.version();
    }

    SandboxSpec withProgram(Program newProgram) {
        return new SandboxSpec(size, newProgram, token, ports, joined);
    }

    SandboxSpec withPorts(Ports newPorts) {
        return new SandboxSpec(size, program, token, newPorts, joined);
    }

    SandboxSpec afterJoining() {
        return new SandboxSpec(size, program, token, ports, true);
    }
}
