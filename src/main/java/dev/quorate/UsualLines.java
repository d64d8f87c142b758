package dev.quorate;

import dev.quorate.shell.SourceLine;
import java.nio.file.Path;
import java.util.List;

/** Lines as operators type them, for a warm-up. */
final class UsualLines {

    private UsualLines() {}

    /** Those that make the PKI of three members and a client. */
    static List<SourceLine> ofPki(Path folder) {
        String store = folder.resolve("pki").toString();
        return List.of(
                line("pki", "init", "--directory", store),
                line(
                        "pki",
                        "issue",
                        "--directory",
                        store,
                        "--mode",
                        "per-member",
                        "--member",
                        "etcd1=127.0.0.1",
                        "--member",
                        "etcd2=127.0.0.2",
                        "--member",
                        "etcd3=127.0.0.3",
                        "--client",
                        "client"),
                line("pki", "list", "--directory", store));
    }

    private static SourceLine line(String... words) {
        return SourceLine.ofArguments(List.of(words));
    }
}
