package dev.quorate.sandbox;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.sandbox.SandboxSpec.Member;
import dev.quorate.sandbox.SandboxSpec.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/** Finds ports that are free at every member's address: etcd's own if possible, since fingers know them. */
final class FreePorts {

    private static final int CLIENT = 2379;
    private static final int STEP = 100;
    private static final int TRIES = 300;

    private FreePorts() {}

    static Ports choose(List<Member> members) {
        return IntStream.range(0, TRIES)
                .mapToObj(tried -> new Ports(CLIENT + tried * STEP, CLIENT + tried * STEP + 1))
                .filter(ports -> free(members, ports))
                .findFirst()
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.ERROR,
                        "no pair of ports is free on " + members.getFirst().address() + " to "
                                + members.getLast().address(),
                        "see what listens there: ss -ltn"));
    }

    static boolean free(List<Member> members, Ports ports) {
        return members.stream()
                .allMatch(member -> free(member.address(), ports.client()) && free(member.address(), ports.peer()));
    }

    private static boolean free(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
