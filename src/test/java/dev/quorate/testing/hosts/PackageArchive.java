package dev.quorate.testing.hosts;

import dev.quorate.testing.etcd.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * An archive on a test host, which has no internet, with etcd's packages as a distribution makes them: {@code etcd-server}
 * starts a member of its own as soon as it is installed.
 */
public final class PackageArchive {

    private static final String UNIT = """
            [Unit]
            Description=etcd of the package
            [Service]
            Type=notify
            User=etcd
            Environment=ETCD_DATA_DIR=/var/lib/etcd/default
            EnvironmentFile=-/etc/default/etcd
            ExecStart=/usr/bin/etcd
            [Install]
            WantedBy=multi-user.target
            """;
    private static final String AFTER = """
            #!/bin/sh
            set -e
            getent passwd etcd >/dev/null || useradd --system --user-group --home-dir /var/lib/etcd --shell /bin/false etcd
            install -d -o etcd -g etcd -m 700 /var/lib/etcd/default
            systemctl daemon-reload
            systemctl enable -q etcd.service || true
            deb-systemd-invoke start etcd.service || true
            """;

    private PackageArchive() {}

    /** Lets {@code host} install etcd {@code version} by apt. */
    public static void on(TestHosts hosts, String host, Path binaries, String version) throws IOException {
        Path folder = Files.createDirectories(hosts.disk(host).resolve("srv/packages"));
        String index = pack(folder, "etcd-server", version, binaries, List.of("etcd"))
                + pack(folder, "etcd-client", version, binaries, List.of("etcdctl"));
        Files.writeString(folder.resolve("Packages"), index);
        Files.writeString(
                hosts.disk(host).resolve("etc/apt/sources.list"), "deb [trusted=yes] file:/srv/packages ./\n");
    }

    private static String pack(Path folder, String name, String version, Path binaries, List<String> programs)
            throws IOException {
        Path tree = Files.createTempDirectory("package");
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        for (String program : programs) {
            Files.copy(binaries.resolve(program), bin.resolve(program));
        }
        String fields =
                "Package: %s%nVersion: %s-1%nArchitecture: amd64%nMaintainer: nobody <nobody@localhost>%nDescription: etcd%n"
                        .formatted(name, version);
        Path control = Files.createDirectories(tree.resolve("DEBIAN"));
        Files.writeString(control.resolve("control"), fields);
        if (name.equals("etcd-server")) {
            Files.writeString(
                    Files.createDirectories(tree.resolve("lib/systemd/system")).resolve("etcd.service"), UNIT);
            Path after = Files.writeString(control.resolve("postinst"), AFTER);
            Files.setPosixFilePermissions(after, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path file = folder.resolve(name + ".deb");
        Shell.run(folder, List.of("dpkg-deb", "-Znone", "--root-owner-group", "-b", tree.toString(), file.toString()));
        String sum = Shell.run(folder, List.of("sha256sum", file.toString())).split(" ")[0];
        return "%sFilename: ./%s.deb%nSize: %d%nSHA256: %s%n%n".formatted(fields, name, Files.size(file), sum);
    }
}
