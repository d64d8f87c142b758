package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which certificate of a store each file belongs to: none may take those of another, nor the store's own. */
final class FileOwners {

    private static final Set<String> OWN = Set.of(StoreIndex.FILE, StoreRevocations.LIST, PkiStore.POLICY);

    private final Path directory;
    private final Map<String, String> owners = new HashMap<>();

    /** @param entries all that happened in the store */
    FileOwners(Path directory, List<IndexEntry> entries) {
        this.directory = directory;
        Map<String, IndexEntry> latest = new HashMap<>();
        entries.stream().filter(FileOwners::hasFiles).forEach(entry -> latest.put(entry.get("name"), entry));
        latest.values().forEach(this::own);
    }

    private static boolean hasFiles(IndexEntry entry) {
        return !entry.get("certificate").isEmpty();
    }

    private void own(IndexEntry entry) {
        owners.put(entry.get("certificate"), entry.get("name"));
        owners.put(entry.get("key"), entry.get("name"));
    }

    /** Whether {@code file} is there and not that of {@code name}. */
    boolean isTaken(String file, String name) {
        return OWN.contains(file)
                || !owners.getOrDefault(file, name).equals(name) && Files.exists(directory.resolve(file));
    }

    /** @throws OperatorException when {@code entry} would write to the file of another certificate or of the store itself */
    void require(IndexEntry entry) {
        String name = entry.get("name");
        if (!hasFiles(entry)) {
            return;
        }
        if (name.equals(PkiStore.AUTHORITY) && !entry.is(IndexEntry.Event.AUTHORITY)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "\"" + name + "\" is what the CA itself is called",
                    "choose another name for the certificate");
        }
        for (String file : List.of(entry.get("certificate"), entry.get("key"))) {
            if (isTaken(file, name)) {
                throw taken(file, name);
            }
        }
    }

    private OperatorException taken(String file, String name) {
        String owner = owners.containsKey(file) ? "belongs to " + owners.get(file) : "is the PKI's own";
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "the file " + file + " in " + directory + " " + owner + ", so " + name + " cannot have it",
                "name other files, or the certificate otherwise; nothing was changed");
    }
}
