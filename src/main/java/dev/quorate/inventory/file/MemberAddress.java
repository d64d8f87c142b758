package dev.quorate.inventory.file;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the others reach a member: an address, or a name where its members listen everywhere.
 *
 * @param text as the cluster file has it
 */
record MemberAddress(String text) {

    private static final Pattern NUMBERS = Pattern.compile("[\\d.]+");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final String BROADCAST = "255.255.255.255";

    /**
     * Why it can be no member's.
     *
     * @param remedy what to write instead
     */
    record Flaw(String what, String remedy) {}

    /** What etcd would refuse, or take for something else; Java alone reads more than Go does. */
    Optional<Flaw> flaw() {
        boolean oddNumbers =
                NUMBERS.matcher(text).matches() && !FOUR_NUMBERS.matcher(text).matches();
        if (oddNumbers || !AlternativeNames.isGood(text) && parsed().isEmpty()) {
            return Optional.of(new Flaw(
                    "\"" + text + "\" is neither an address nor a DNS name",
                    "write an address such as 10.0.0.1 or a name such as etcd1.example.com"));
        }
        if (text.startsWith("[")) {
            return Optional.of(new Flaw(
                    "the address " + text + " stands in brackets",
                    "leave them out: only URLs need them, which are written with them"));
        }
        if (text.indexOf('%') >= 0) {
            return Optional.of(new Flaw(
                    "the address " + text + " holds on one link alone",
                    "write one that all members and clients can reach"));
        }
        return parsed().filter(MemberAddress::isOfNoHost)
                .map(_ -> new Flaw(text + " is the address of no single host", "write the one the others reach it by"));
    }

    private static boolean isOfNoHost(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address.getHostAddress().equals(BROADCAST);
    }

    boolean isName() {
        return parsed().isEmpty();
    }

    /** The same for all ways to write one address or name. */
    String canonical() {
        return parsed().map(InetAddress::getHostAddress).orElseGet(() -> text.toLowerCase(Locale.ROOT));
    }

    private Optional<InetAddress> parsed() {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
