package dev.quorate.testing.etcd;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;

/** The ids that etcd gives the first members of a cluster: eight bytes of a hash of peer URL and cluster token. */
final class MemberIds {

    private static final int DIGITS = 16;

    private MemberIds() {}

    /** A token with which the ids of {@code servers} ascend, none of them beginning with a zero. */
    static String tokenForOrder(List<EtcdServer> servers) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "token" + i)
                .filter(token -> ascend(servers, token))
                .findFirst()
                .orElseThrow();
    }

    private static boolean ascend(List<EtcdServer> servers, String token) {
        List<BigInteger> ids = servers.stream()
                .map(server -> unsigned(hash((server.peerUrl() + token).getBytes(StandardCharsets.UTF_8))))
                .toList();
        boolean whole = ids.stream().allMatch(id -> id.toString(16).length() == DIGITS);
        return whole
                && ids.stream().sorted().toList().equals(ids)
                && clusterId(ids).toString(16).length() == DIGITS;
    }

    private static BigInteger clusterId(List<BigInteger> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * ids.size());
        ids.forEach(id -> bytes.putLong(id.longValue()));
        return unsigned(hash(bytes.array()));
    }

    private static BigInteger unsigned(byte[] hash) {
        return new BigInteger(1, hash, 0, Long.BYTES);
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
