package dev.quorate.pki;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** IP addresses as text: IPv6 as RFC 5952 wants it, the longest run of zeros shortened. */
final class Addresses {

    private static final int GROUPS = 8;

    private Addresses() {}

    static String canonical(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        int[] groups = groups(address.getAddress());
        int start = 0;
        int length = 0;
        for (int index = 0; index < GROUPS; index++) {
            int run = zerosFrom(groups, index);
            if (run > length) {
                start = index;
                length = run;
            }
        }
        if (length < 2) {
            return join(groups, 0, GROUPS);
        }
        return join(groups, 0, start) + "::" + join(groups, start + length, GROUPS);
    }

    private static int[] groups(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int index = 0; index < GROUPS; index++) {
            groups[index] = ((bytes[2 * index] & 0xff) << 8) | (bytes[2 * index + 1] & 0xff);
        }
        return groups;
    }

    private static int zerosFrom(int[] groups, int from) {
        int index = from;
        while (index < GROUPS && groups[index] == 0) {
            index++;
        }
        return index - from;
    }

    private static String join(int[] groups, int from, int to) {
        List<String> words = new ArrayList<>();
        for (int index = from; index < to; index++) {
            words.add(Integer.toHexString(groups[index]));
        }
        return String.join(":", words);
    }
}
