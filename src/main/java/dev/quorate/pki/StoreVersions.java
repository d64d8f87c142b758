package dev.quorate.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a store's files, each in a hidden folder of its own, and {@code .current}, the link to the one that counts.
 * The names that people use are links through it: {@code etcd1.crt} is {@code .current/etcd1.crt}.
 *
 * @param directory of the store
 */
record StoreVersions(Path directory) {

    private static final String PREFIX = ".version-";
    private static final Path CURRENT = Path.of(".current");

    /** In each version: the name of the one it replaces, whose files are parked once the new one counts. */
    private static final String REPLACES = ".replaces";

    /** A new version, empty; nobody sees it until it is published. */
    Path create(String stamp) throws IOException {
        Path version = directory.resolve(PREFIX + stamp);
        for (int count = 2; Files.exists(version); count++) {
            version = directory.resolve(PREFIX + stamp + "-" + count);
        }
        FolderFiles.createDirectory(version);
        return version;
    }

    /** The version that counts; empty in a new folder, and in one that another program wrote. */
    Optional<Path> current() throws IOException {
        Path link = visible(CURRENT.toString());
        if (!Files.isSymbolicLink(link)) {
            return Optional.empty();
        }
        return Optional.of(visible(Files.readSymbolicLink(link).toString())).filter(Files::isDirectory);
    }

    /**
     * Makes {@code version} the one that counts: the one instant at which every file changes.
     *
     * @param fresh the names of files in it that are not on the disk yet
     */
    void publish(Path version, Collection<String> fresh) throws IOException {
        String replaced =
                current().map(present -> present.getFileName().toString()).orElse("");
        FolderFiles.draft(version.resolve(REPLACES), replaced.getBytes(StandardCharsets.UTF_8), FolderFiles.PRIVATE);
        List<Path> changed = new ArrayList<>(List.of(directory, version, version.resolve(REPLACES)));
        fresh.forEach(name -> changed.add(version.resolve(name)));
        FolderFiles.flushAll(changed);
        count(version);
    }

    /** Whether a change was cut short, before it counted or after. */
    boolean isInterrupted() throws IOException {
        return !versions(FolderFiles.list(directory)).equals(current().stream().toList());
    }

    /** Drops what was never published and parks what the present version replaced. Safe to die in, too. */
    void tidy() throws IOException {
        if (current().isEmpty()) {
            recover();
        }
        Optional<Path> current = current();
        List<Path> present = FolderFiles.list(directory);
        dropWhatLeadsNowhere(present);
        for (Path version : versions(present)) {
            if (current.filter(version::equals).isPresent()) {
                continue;
            }
            if (current.isPresent()
                    && replacedBy(current.get()).equals(version.getFileName().toString())) {
                park(version, current.get());
            }
            FolderFiles.deleteFolder(version);
        }
    }

    /**
     * Whoever copies a folder without its links copies the versions alone: the last one that was complete counts again, as
     * nothing else has its keys. Where links were copied as what they lead to, the plain files count.
     */
    private void recover() throws IOException {
        if (Files.exists(visible(StoreIndex.FILE))) {
            return;
        }
        Optional<Path> last = versions(FolderFiles.list(directory)).stream()
                .filter(version -> Files.exists(version.resolve(REPLACES)))
                .max(Comparator.naturalOrder());
        if (last.isPresent()) {
            count(last.get());
            for (Path file : FolderFiles.listVisible(last.get())) {
                String name = file.getFileName().toString();
                if (!Files.exists(visible(name))) {
                    show(name);
                }
            }
        }
    }

    /** Makes the link to the version that counts; a folder in its place, as some programs copy a link, is parked. */
    private void count(Path version) throws IOException {
        Path link = visible(CURRENT.toString());
        if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
            String stamp = version.getFileName().toString().substring(PREFIX.length());
            Files.move(link, directory.resolve("current." + stamp));
        }
        FolderFiles.relink(link, version.getFileName());
        FolderFiles.flush(directory);
    }

    /** A new name is linked before it is published, so that a pair appears at once; until then its link leads nowhere. */
    private void dropWhatLeadsNowhere(List<Path> present) throws IOException {
        for (Path link : present) {
            boolean unfinished = FolderFiles.isHidden(link) && link.toString().endsWith(".new");
            if (unfinished || !FolderFiles.isHidden(link) && isOurs(link) && !Files.exists(link)) {
                Files.delete(link);
            }
        }
    }

    private void park(Path old, Path present) throws IOException {
        String stamp = present.getFileName().toString().substring(PREFIX.length());
        for (Path file : FolderFiles.listVisible(old)) {
            String name = file.getFileName().toString();
            if (!name.equals(StoreIndex.FILE) && !isSame(file, present.resolve(name))) {
                FolderFiles.park(file, directory, name, stamp);
            }
        }
        FolderFiles.flush(directory);
    }

    private static boolean isSame(Path file, Path other) throws IOException {
        return Files.exists(other) && Files.isSameFile(file, other);
    }

    private static String replacedBy(Path version) throws IOException {
        return Files.readString(version.resolve(REPLACES));
    }

    private static List<Path> versions(List<Path> present) {
        return present.stream()
                .filter(path -> path.getFileName().toString().startsWith(PREFIX))
                .toList();
    }

    /** The link by which people reach {@code name}. */
    Path visible(String name) {
        return directory.resolve(name);
    }

    void show(String name) throws IOException {
        if (!isOurs(visible(name))) {
            FolderFiles.relink(visible(name), CURRENT.resolve(name));
        }
    }

    /** Whether {@code link} leads into the current version. */
    boolean isOurs(Path link) throws IOException {
        return Files.isSymbolicLink(link)
                && Files.readSymbolicLink(link)
                        .equals(CURRENT.resolve(link.getFileName().toString()));
    }

    /**
     * Takes a file that another program put at {@code name} into the current version and leaves a link; at no instant is its
     * content missing. What the version had under that name is parked.
     */
    void adopt(String name, String stamp) throws IOException {
        Path file = visible(name);
        if (!Files.exists(file) || isOurs(file)) {
            return;
        }
        if (current().isEmpty()) {
            publish(create(stamp), List.of());
        }
        Path version = current().orElseThrow();
        Path inside = version.resolve(name);
        if (!isSame(file, inside)) {
            if (Files.exists(inside)) {
                FolderFiles.park(inside, directory, name, stamp);
                Files.delete(inside);
            }
            takeIn(file, inside);
            FolderFiles.flush(version);
        }
        FolderFiles.relink(file, CURRENT.resolve(name));
    }

    private static void takeIn(Path file, Path inside) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createLink(inside, file);
        } else {
            FolderFiles.write(inside, Files.readAllBytes(file), Files.getPosixFilePermissions(file));
        }
    }
}
