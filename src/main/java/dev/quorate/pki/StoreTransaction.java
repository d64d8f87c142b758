package dev.quorate.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files of one folder that change together, whatever instant the program or the machine dies at, and for whoever reads them
 * meanwhile.
 *
 * <p>A certificate and its key are two files, and no file system renames two at once. So all files of a store lie in a
 * version, and one link says which version counts ({@link StoreVersions}, as Kubernetes publishes secrets). The next version
 * is made and flushed beside it; replacing the link is the one instant of commitment. There is no state in which a
 * certificate stands beside another's key, so nothing has to be mended before it can be read; what a kill leaves is at most
 * a version that never counted, or one that was not parked yet, which the next command tidies. What is replaced stays beside,
 * under its name and the time.
 *
 * <p>One thing no folder can give: a program that opens the certificate before that instant and the key after it has one of
 * each. It need only open them again.
 */
final class StoreTransaction {

    private final StoreVersions versions;
    private final String stamp;
    private final Path version;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> parked = new LinkedHashSet<>();

    private StoreTransaction(StoreVersions versions, String stamp, Path version) {
        this.versions = versions;
        this.stamp = stamp;
        this.version = version;
    }

    /** @param stamp the time, as it may stand in a file name */
    static StoreTransaction begin(StoreVersions versions, String stamp) throws IOException {
        return new StoreTransaction(versions, stamp, versions.create(stamp));
    }

    void putPrivate(String name, byte[] content) throws IOException {
        FolderFiles.draft(version.resolve(name), content, FolderFiles.PRIVATE);
        names.add(name);
    }

    void putPublic(String name, byte[] content) throws IOException {
        FolderFiles.draft(version.resolve(name), content, FolderFiles.PUBLIC);
        names.add(name);
    }

    /** Takes {@code name} out of the folder, where it is; like all that is replaced it stays beside. */
    void park(String name) throws IOException {
        if (Files.exists(versions.visible(name))) {
            parked.add(name);
        }
    }

    void commit(List<String> indexLines) throws IOException {
        if (!indexLines.isEmpty()) {
            putPublic(StoreIndex.FILE, index(indexLines));
        }
        for (String name : names) {
            versions.adopt(name, stamp);
        }
        for (String name : parked) {
            versions.adopt(name, stamp);
        }
        carryOver();
        for (String name : names) {
            versions.show(name);
        }
        versions.publish(version, names);
        versions.tidy();
    }

    private byte[] index(List<String> added) throws IOException {
        Path file = versions.visible(StoreIndex.FILE);
        String before = Files.exists(file) ? Files.readString(file) : "";
        return (before + String.join("\n", added) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What did not change is the same file in both versions; what somebody removed from the folder is parked, not carried. */
    private void carryOver() throws IOException {
        Optional<Path> current = versions.current();
        if (current.isEmpty()) {
            return;
        }
        for (Path file : FolderFiles.listVisible(current.get())) {
            String name = file.getFileName().toString();
            if (!names.contains(name) && !parked.contains(name) && versions.isOurs(versions.visible(name))) {
                Files.createLink(version.resolve(name), file);
            }
        }
    }
}
