package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of an authority that another program made, on this machine.
 *
 * @param key empty where it lives elsewhere
 */
public record AuthorityFiles(Path certificate, Optional<Path> key) {

    /** Where a console's own PKI has its index. */
    private static final String INDEX = "index.jsonl";

    /**
     * Finds them from the authority's certificate or the folder it is in. The key is looked for where openssl, cfssl, easy-rsa
     * and kubeadm put it: beside it as {@code ca.key} or {@code ca-key.pem}, or in {@code private} beside it.
     *
     * @throws OperatorException where there is no authority, or there are several
     */
    public static AuthorityFiles find(Path source) {
        if (!Files.isDirectory(source)) {
            return of(source);
        }
        List<Path> found = authorities(source);
        if (found.size() != 1) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    found.isEmpty()
                            ? "there is no authority's certificate in " + source
                            : "there are several authorities in " + source + ": " + names(found),
                    "name the file of the authority's certificate");
        }
        return of(found.getFirst());
    }

    private static AuthorityFiles of(Path certificate) {
        return new AuthorityFiles(
                certificate,
                keyNames(certificate).stream().filter(Files::isRegularFile).findFirst());
    }

    private static List<Path> keyNames(Path certificate) {
        Path absolute = certificate.toAbsolutePath();
        String base = certificate.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return Stream.of(base + ".key", base + "-key.pem", base + ".key.pem", base.replace("cert", "key") + ".pem")
                .flatMap(name -> Stream.of(
                        absolute.resolveSibling(name),
                        absolute.resolveSibling(Path.of("private", name)),
                        absolute.resolveSibling(Path.of("..", "private", name)).normalize()))
                .filter(key -> !key.equals(absolute))
                .toList();
    }

    private static List<Path> authorities(Path folder) {
        if (Files.exists(folder.resolve(INDEX))) {
            return List.of(PkiStore.at(folder, Clock.systemUTC()).authorityFile());
        }
        Map<Path, Certificate> authorities = PemFiles.inFolder(folder);
        authorities.values().removeIf(certificate -> !certificate.isAuthority());
        return List.copyOf(authorities.keySet());
    }

    private static String names(List<Path> files) {
        return String.join(
                ", ", files.stream().map(file -> file.getFileName().toString()).toList());
    }
}
