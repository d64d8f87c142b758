package dev.quorate.cluster.adopt;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.file.FileText;
import dev.quorate.nodeconfig.UnitFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of members on this machine, as they were written to be put on hosts.
 *
 * @param units that start an etcd, by their path
 * @param configurations files of variables or options, by their path
 * @param certificates where there are some
 */
record FolderLook(Map<Path, String> units, Map<Path, String> configurations, List<Path> certificates) {

    private static final int DEEPEST = 3;
    private static final long LONGEST = 1 << 20;

    /** What only a configuration of etcd says: its own variables and options, or those a unit makes flags of. */
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?m)^\\s*(ETCD_[A-Z_]+=|NODE_NAME=|--?(name|initial-cluster|listen-peer-urls)[= ]|"
                    + "['\"]?(initial-cluster|listen-peer-urls|listen-client-urls|advertise-client-urls)['\"]?\\s*:)");

    /** @param source a file or a folder */
    static FolderLook at(Path source) {
        Map<Path, String> units = new LinkedHashMap<>();
        Map<Path, String> configurations = new LinkedHashMap<>();
        List<Path> certificates = new ArrayList<>();
        texts(source).forEach((path, text) -> {
            if (isUnit(text)) {
                units.put(path, text);
            } else if (CONFIGURATION.matcher(text).find()) {
                configurations.put(path, text);
            } else if (text.contains("-----BEGIN CERTIFICATE-----")) {
                certificates.add(path);
            }
        });
        return new FolderLook(units, configurations, certificates);
    }

    /** The text of one of {@link #units}. */
    String unit(Path path) {
        return Optional.ofNullable(units.get(path)).orElseThrow();
    }

    static boolean isMemberFile(String text) {
        return isUnit(text) || CONFIGURATION.matcher(text).find();
    }

    private static boolean isUnit(String text) {
        return UnitFile.isUnit(text) && UnitFile.parse(text).startsEtcd();
    }

    private static Map<Path, String> texts(Path source) {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(source, DEEPEST)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text(file).ifPresent(text -> texts.put(file, text));
            }
        } catch (IOException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.IO, "cannot read " + source + ": " + e.getMessage())
                            .failure(),
                    e);
        }
        return texts;
    }

    /** Empty where it is longer than a configuration is. */
    private static Optional<String> text(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(FileText.of(Files.readAllBytes(file)));
    }
}
