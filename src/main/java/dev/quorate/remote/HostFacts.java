package dev.quorate.remote;

import java.util.List;

/**
 * What a host is, gathered once.
 *
 * @param kernel as {@code uname -s} says: {@code Linux}
 * @param architecture as {@code uname -m} says: {@code x86_64}
 * @param system the distribution: {@code debian 12}
 * @param user who commands run as
 */
public record HostFacts(String kernel, String architecture, String system, String user) {

    private static final String LOOK =
            "uname -s; uname -m; id -un; if [ -r /etc/os-release ]; then . /etc/os-release; echo \"$ID ${VERSION_ID:-}\"; fi";

    /** The facts of {@code host}, by one command. */
    public static HostFacts of(Host host) throws InterruptedException {
        List<String> lines = host.run(ShellCommand.reads("sh", "-c", LOOK))
                .orThrow()
                .text()
                .lines()
                .toList();
        return new HostFacts(
                lines.get(0), lines.get(1), lines.size() > 3 ? lines.get(3).strip() : "", lines.get(2));
    }

    /** The architecture as etcd's releases name it: {@code amd64}, {@code arm64}. */
    public String releaseArchitecture() {
        return switch (architecture) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> architecture;
        };
    }
}
