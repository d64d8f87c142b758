package dev.quorate.remote.local;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.HostFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the machine at hand. */
final class LocalFiles implements HostFiles {

    private final String host;

    LocalFiles(String host) {
        this.host = host;
    }

    /** What may fail on a file. */
    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws IOException;
    }

    @Override
    public Optional<FileFacts> stat(Path path) {
        return attempt("look at", path, () -> {
            try {
                PosixFileAttributes attributes =
                        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return Optional.of(facts(attributes));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    private static FileFacts facts(PosixFileAttributes attributes) {
        FileAccess.Owner owner = new FileAccess.Owner(
                attributes.owner().getName(), attributes.group().getName());
        return new FileFacts(kindOf(attributes), attributes.size(), Modes.of(attributes.permissions()), owner);
    }

    private static FileFacts.Kind kindOf(PosixFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return FileFacts.Kind.FILE;
        }
        if (attributes.isDirectory()) {
            return FileFacts.Kind.DIRECTORY;
        }
        return attributes.isSymbolicLink() ? FileFacts.Kind.LINK : FileFacts.Kind.OTHER;
    }

    @Override
    public byte[] read(Path path) {
        return attempt("read", path, () -> Files.readAllBytes(path));
    }

    @Override
    public String sha256(Path path) {
        return attempt("read", path, () -> {
            MessageDigest digest = sha256();
            try (InputStream content = new DigestInputStream(Files.newInputStream(path), digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        });
    }

    @Override
    public List<String> list(Path directory) {
        return attempt("list", directory, () -> {
            if (!Files.isDirectory(directory)) {
                return List.of();
            }
            try (Stream<Path> entries = Files.list(directory)) {
                return entries.map(entry -> String.valueOf(entry.getFileName()))
                        .sorted()
                        .toList();
            }
        });
    }

    @Override
    public void write(Path path, byte[] content, FileAccess access) {
        attempt("write", path, () -> {
            Path temporary = path.resolveSibling(path.getFileName() + ".new");
            Files.deleteIfExists(temporary);
            writeDown(temporary, content);
            give(temporary, access);
            return Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    private static void writeDown(Path temporary, byte[] content) throws IOException {
        var onlyMine = PosixFilePermissions.asFileAttribute(Modes.permissions(FileAccess.PRIVATE.mode()));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, onlyMine)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    @Override
    public void upload(Path local, Path path, FileAccess access) {
        attempt("write", path, () -> {
            Path temporary = path.resolveSibling(path.getFileName() + ".new");
            Files.copy(local, temporary, StandardCopyOption.REPLACE_EXISTING);
            give(temporary, access);
            return Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @Override
    public void makeDirectory(Path path, FileAccess access) {
        attempt("make directory", path, () -> {
            Files.createDirectories(path);
            return give(path, access);
        });
    }

    @Override
    public void setAccess(Path path, FileAccess access) {
        attempt("change the access of", path, () -> give(path, access));
    }

    private static Path give(Path path, FileAccess access) throws IOException {
        if (access.owner().isPresent()) {
            giveTo(path, access.owner().get());
        }
        return Files.setPosixFilePermissions(path, Modes.permissions(access.mode()));
    }

    private static void giveTo(Path path, FileAccess.Owner owner) throws IOException {
        UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        view.setOwner(names.lookupPrincipalByName(owner.user()));
        view.setGroup(names.lookupPrincipalByGroupName(owner.group()));
    }

    @Override
    public void rename(Path from, Path to) {
        attempt("rename", from, () -> {
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Override
    public void delete(Path path) {
        attempt("delete", path, () -> {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return path;
            }
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
            return path;
        });
    }

    private <T> T attempt(String verb, Path path, Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (IOException e) {
            String what = "cannot %s %s on %s: %s".formatted(verb, path, host, Reasons.of(e));
            throw new OperatorException(Failure.of(ExitCode.IO, what), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
