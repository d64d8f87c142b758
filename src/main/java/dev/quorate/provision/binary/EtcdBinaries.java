package dev.quorate.provision.binary;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.provision.Node.Program;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds an etcd for the machine at hand, and gets one where there is none. */
public final class EtcdBinaries {

    /** The architecture of this machine, as releases name it. */
    private static final String OWN = System.getProperty("os.arch").replace("aarch64", "arm64");

    private final Host host;
    private final Path cache;
    private final Path versions;
    private final List<Path> searchPath;

    /**
     * @param host the machine at hand
     * @param environment for {@code PATH}, {@code HOME} and {@code QUORATE_CACHE}
     */
    public EtcdBinaries(Host host, Map<String, String> environment) {
        this.host = host;
        this.cache = cacheOf(environment);
        this.versions = cache.resolve("etcd");
        this.searchPath = searchPathOf(environment);
    }

    private static Path cacheOf(Map<String, String> environment) {
        String chosen = environment.getOrDefault("QUORATE_CACHE", "");
        return chosen.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache", "quorate") : Path.of(chosen);
    }

    private static List<Path> searchPathOf(Map<String, String> environment) {
        List<Path> directories = new ArrayList<>();
        for (String directory : environment.getOrDefault("PATH", "").split(":")) {
            if (directory.startsWith("/")) {
                directories.add(Path.of(directory));
            }
        }
        return directories;
    }

    /** An etcd that is there already: on {@code PATH}, else the newest in the cache. Changes nothing. */
    public Optional<Program> find(Optional<EtcdVersion> wanted) throws InterruptedException {
        for (Path directory : searchPath) {
            Optional<Program> program = programIn(directory, wanted);
            if (program.isPresent()) {
                return program;
            }
        }
        for (EtcdVersion version : cachedVersions()) {
            Optional<Program> program = programIn(versions.resolve(version.toString()), wanted);
            if (program.isPresent()) {
                return program;
            }
        }
        return Optional.empty();
    }

    /** Where etcd's programs may be: what is on {@code PATH}, then the versions in the cache, the newest first. */
    public List<Path> directories() throws InterruptedException {
        List<Path> directories = new ArrayList<>(searchPath);
        cachedVersions().forEach(version -> directories.add(versions.resolve(version.toString())));
        return directories;
    }

    private List<EtcdVersion> cachedVersions() throws InterruptedException {
        return host.files().list(versions).stream()
                .flatMap(name -> EtcdVersion.parse(name).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Optional<Program> programIn(Path directory, Optional<EtcdVersion> wanted) throws InterruptedException {
        Path etcd = directory.resolve("etcd");
        return EtcdProgram.versionAt(host, etcd)
                .filter(version -> wanted.map(version::equals).orElse(true))
                .map(version -> new Program(etcd, version));
    }

    /** Where {@code version} is kept for this machine, once it was got. */
    public Path place(EtcdVersion version) {
        return versions.resolve(version.toString());
    }

    /** Where {@code version} is kept for hosts of {@code architecture}, as releases name it. */
    public Path place(EtcdVersion version, String architecture) {
        return architecture.equals(OWN)
                ? place(version)
                : cache.resolve("etcd-" + architecture).resolve(version.toString());
    }

    /** Where the programs of a release's archive are, once it was unpacked. */
    public Path unpacked(Path archive) {
        return cache.resolve("unpacked").resolve(archive.getFileName() + "-" + lastChange(archive));
    }

    /** So that an archive that was replaced is unpacked anew. */
    private static long lastChange(Path archive) {
        return archive.toFile().lastModified();
    }

    /** Where programs are kept that were packed to be sent to hosts. */
    public Path packed() {
        return cache.resolve("packed");
    }

    /**
     * Gets {@code version} for {@code architecture} into the cache.
     *
     * @throws OperatorException telling what was tried
     */
    public void fetch(EtcdVersion version, String architecture) throws InterruptedException {
        Optional<String> complaint =
                BundledFetch.fetch(host, version, cache, architecture.equals(OWN) ? "" : architecture);
        if (complaint.isPresent()) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    complaint.get(),
                    "put etcd, etcdctl and etcdutl into " + place(version, architecture)
                            + ", or name them in the cluster file");
        }
    }

    /**
     * Gets an etcd into the cache, where there is none.
     *
     * @throws OperatorException telling everything that was tried
     */
    public Program obtain(Optional<EtcdVersion> wanted) throws InterruptedException {
        List<String> tried = new ArrayList<>();
        tried.add("PATH and " + versions + " have none");
        for (EtcdVersion version : wanted.map(List::of).orElse(BundledFetch.VERSIONS)) {
            Optional<String> complaint = BundledFetch.fetch(host, version, cache, "");
            Optional<Program> program = find(Optional.of(version));
            if (program.isPresent()) {
                return program.get();
            }
            complaint.ifPresent(tried::add);
        }
        String what = "there is no etcd" + wanted.map(version -> " " + version).orElse("") + " on this machine: "
                + String.join("; ", tried);
        throw OperatorException.of(
                ExitCode.ERROR, what, "put etcd on PATH, or into " + versions + "/VERSION/etcd, and try again");
    }
}
