package dev.quorate.cluster.adopt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where certificates lie that the configuration of a member names by their places on its host: beside that configuration, in a
 * folder of the member's own or in one of all members.
 *
 * @param look what there is
 * @param file of the member
 * @param name of the member
 * @param others of whom it knows
 */
record CertificatePlaces(FolderLook look, Path file, String name, Set<String> others) {

    /** @param onHost as the configuration names it */
    Optional<Path> of(Path onHost) {
        Path beside = file.resolveSibling(String.valueOf(onHost.getFileName()));
        if (Files.isRegularFile(beside)) {
            return Optional.of(beside);
        }
        return look.certificates().stream()
                .filter(place -> place.getFileName().equals(onHost.getFileName()))
                .filter(place -> !isOfAnother(place))
                .max(Comparator.comparing((Path place) -> below(place).anyMatch(name::equals))
                        .thenComparingInt(this::shared)
                        .thenComparing(place -> folder(place).equals(folder(onHost))));
    }

    private boolean isOfAnother(Path place) {
        boolean besideAnother = Stream.concat(look.configurations().keySet().stream(), look.units().keySet().stream())
                .map(Path::getParent)
                .anyMatch(folder -> place.startsWith(folder) && !file.startsWith(folder));
        return besideAnother || below(place).anyMatch(folder -> !folder.equals(name) && others.contains(folder));
    }

    /** The folders that lead to it from those that lead to the member's file too. */
    private Stream<String> below(Path place) {
        Path rest = place.getRoot() == null ? place : place.getRoot().relativize(place);
        return StreamSupport.stream(rest.spliterator(), false)
                .limit(rest.getNameCount() - 1)
                .skip(shared(place))
                .map(Path::toString);
    }

    /** How many folders lead to both. */
    private int shared(Path place) {
        int most = Math.min(place.getNameCount(), file.getNameCount()) - 1;
        int shared = 0;
        while (shared < most && place.getName(shared).equals(file.getName(shared))) {
            shared++;
        }
        return shared;
    }

    private static String folder(Path path) {
        Path parent = path.getParent();
        return parent == null ? "" : String.valueOf(parent.getFileName());
    }
}
