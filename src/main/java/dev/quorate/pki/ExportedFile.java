package dev.quorate.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A file that goes to a folder of somebody else's, where only plain files are wanted. */
record ExportedFile(Path file, byte[] content, Set<PosixFilePermission> permissions) {

    ExportedFile {
        file = file.toAbsolutePath();
    }

    /**
     * Writes those that are not there yet. What they replace is parked. Of several the last, a certificate, is taken away
     * before its key changes: whoever looks, or finds what a kill left, sees no certificate rather than another key's.
     */
    static void writeAll(List<ExportedFile> files, String stamp) throws IOException {
        List<ExportedFile> changed = new ArrayList<>();
        try {
            for (ExportedFile each : files) {
                if (!each.isThere()) {
                    changed.add(each);
                    each.prepare();
                }
            }
            replace(changed, stamp);
        } finally {
            for (ExportedFile each : changed) {
                Files.deleteIfExists(each.prepared());
            }
        }
    }

    private static void replace(List<ExportedFile> changed, String stamp) throws IOException {
        for (ExportedFile each : changed) {
            each.park(stamp);
        }
        if (changed.size() > 1) {
            Files.deleteIfExists(changed.getLast().file());
        }
        for (ExportedFile each : changed) {
            Files.move(each.prepared(), each.file(), StandardCopyOption.ATOMIC_MOVE);
            FolderFiles.flush(each.folder());
        }
    }

    private boolean isThere() throws IOException {
        return Files.isRegularFile(file)
                && Arrays.equals(Files.readAllBytes(file), content)
                && Files.getPosixFilePermissions(file).equals(permissions);
    }

    private void prepare() throws IOException {
        FolderFiles.createDirectory(folder());
        Files.deleteIfExists(prepared());
        FolderFiles.write(prepared(), content, permissions);
    }

    private void park(String stamp) throws IOException {
        if (Files.exists(file)) {
            FolderFiles.park(file, folder(), file.getFileName().toString(), stamp);
        }
    }

    private Path prepared() {
        return file.resolveSibling("." + file.getFileName() + ".new");
    }

    private Path folder() {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
