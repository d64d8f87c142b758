package dev.quorate.testing.hosts;

import dev.quorate.testing.etcd.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Real Debian hosts, {@code etcd1} to {@code etcd9}, as {@code scripts/testhosts} boots them; its head says what users and
 * programs they have. All suites of a checkout share one set, which keeps running from one suite to the next:
 * {@link #up} takes hosts as the last suite left them, {@link #fresh} with new disks.
 *
 * <pre>{@code
 * private static final TestHosts HOSTS = TestHosts.fresh(3);   // in a @BeforeAll: skips the suite where there is no root
 * }</pre>
 *
 * <p>{@code scripts/test} takes the set down at its end; after tests run otherwise, {@code scripts/testhosts down} does.
 */
public final class TestHosts {

    private static final Path CHECKOUT = Path.of("").toAbsolutePath();

    private final Map<String, String> addresses = new TreeMap<>();
    private final Path folder;

    private TestHosts(String list) {
        list.lines().map(line -> line.split(" ")).forEach(words -> addresses.put(words[0], words[1]));
        folder = Path.of(testhosts("folder").strip());
    }

    /** At least {@code count} hosts, running and connected. Skips the test where that takes a right this user has not. */
    public static TestHosts up(int count) {
        skipUnlessAble();
        return new TestHosts(lastLines(testhosts("up", Integer.toString(count))));
    }

    /** As {@link #up}, the first {@code count} with new disks. */
    public static TestHosts fresh(int count) {
        TestHosts hosts = up(count);
        hosts.reset(hosts.names().subList(0, count).toArray(String[]::new));
        return hosts;
    }

    private static void skipUnlessAble() {
        try {
            testhosts("able");
        } catch (IllegalStateException e) {
            Assumptions.abort(e.getMessage());
        }
    }

    /** What is said on the way stands before the list. */
    private static String lastLines(String said) {
        return String.join(
                "\n",
                said.lines()
                        .filter(line -> line.matches("etcd\\d [\\d.]+ \\w+"))
                        .toList());
    }

    public List<String> names() {
        return List.copyOf(addresses.keySet());
    }

    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no host " + name + ": " + addresses.keySet());
        }
        return address;
    }

    /** The root of a host's file system. */
    public Path disk(String name) {
        return folder.resolve(name).resolve("system");
    }

    /** The private key that root, ops and deploy let in. */
    public Path key() {
        return folder.resolve("key");
    }

    /** The right host keys of all hosts, by address. */
    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    /** Knows all hosts by name, and the key. */
    public Path sshConfig() {
        return folder.resolve("ssh_config");
    }

    /** The password of a user, for login and sudo. */
    public static String password(String user) {
        return user + "-password";
    }

    /** Runs a command on a host as root, without the network; answers all it said. */
    public String run(String name, String... command) {
        List<String> words = new ArrayList<>(List.of("run", name));
        words.addAll(List.of(command));
        return testhosts(words.toArray(String[]::new));
    }

    /** As if the plug were pulled. */
    public void powerOff(String... names) {
        each("power-off", names);
    }

    public void powerOn(String... names) {
        each("power-on", names);
    }

    /** New disks and a new boot; addresses and host keys stay. */
    public void reset(String... names) {
        each("reset", names);
    }

    /** Pulls the network cable. */
    public void cut(String... names) {
        each("cut", names);
    }

    public void mend(String... names) {
        each("mend", names);
    }

    /** Puts a full disk at a directory. */
    public void fill(String name, String directory) {
        testhosts("fill", name, directory);
    }

    /** Takes away what {@link #fill} put there. */
    public void empty(String name, String directory) {
        testhosts("empty", name, directory);
    }

    /** @param by what {@code date} is wrong by, as {@code +1y}; {@code 0} to put it right */
    public void skew(String name, String by) {
        testhosts("skew", name, by);
    }

    private static void each(String action, String... names) {
        List<String> words = new ArrayList<>(List.of(action));
        words.addAll(List.of(names));
        testhosts(words.toArray(String[]::new));
    }

    private static String testhosts(String... words) {
        List<String> command =
                new ArrayList<>(List.of(CHECKOUT.resolve("scripts/testhosts").toString()));
        command.addAll(List.of(words));
        return Shell.run(CHECKOUT, command);
    }
}
