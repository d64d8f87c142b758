package dev.quorate.snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to restore, and as which member.
 *
 * @param skipHashCheck whether the file need not have a SHA-256 at its end
 */
record RestoreRequest(Path file, Places places, Member member, boolean skipHashCheck, Tuning tuning) {

    /** @param wal of the write-ahead log, where it is not within {@code data} */
    record Places(Path data, Optional<Path> wal) {}

    /**
     * @param peerUrls where the others reach it, a comma list
     * @param cluster all members, as {@code NAME=URL,...}
     */
    record Member(String name, String peerUrls, String cluster, String token) {}

    /** @param revisionBump what to add to the newest revision, which then counts as compacted; 0 leaves it */
    record Tuning(long revisionBump, long memoryMap) {}

    /** What follows {@code etcdutl}, or {@code etcdctl}. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("snapshot", "restore", file.toString()));
        words.add("--data-dir=" + places.data());
        places.wal().ifPresent(wal -> words.add("--wal-dir=" + wal));
        words.add("--name=" + member.name());
        words.add("--initial-cluster=" + member.cluster());
        words.add("--initial-cluster-token=" + member.token());
        words.add("--initial-advertise-peer-urls=" + member.peerUrls());
        if (skipHashCheck) {
            words.add("--skip-hash-check");
        }
        if (tuning.revisionBump() > 0) {
            words.addAll(List.of("--bump-revision=" + tuning.revisionBump(), "--mark-compacted"));
        }
        if (tuning.memoryMap() > 0) {
            words.add("--initial-memory-map-size=" + tuning.memoryMap());
        }
        return words;
    }

    boolean bumps() {
        return tuning.revisionBump() > 0;
    }
}
