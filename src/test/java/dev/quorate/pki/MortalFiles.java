package dev.quorate.pki;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of this machine, for a program that dies before its n-th change of them: from then on nothing can be done. */
final class MortalFiles extends FileSystemProvider {

    /** What the program meets once it is dead. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A path that knows which one it stands for. */
    private interface Mortal extends Path {
        Path real();
    }

    private final FileSystemProvider real;
    private final FileSystem fileSystem;
    private int changesLeft;

    private MortalFiles(Path path, int changes) {
        this.real = path.getFileSystem().provider();
        this.fileSystem = new MortalFileSystem(this, path.getFileSystem());
        this.changesLeft = changes;
    }

    /** {@code path}, for a program that lives for {@code changes} changes. */
    static Path of(Path path, int changes) {
        return new MortalFiles(path, changes).mortal(path);
    }

    private Path mortal(Path path) {
        return (Path) Proxy.newProxyInstance(
                Mortal.class.getClassLoader(), new Class<?>[] {Mortal.class}, (_, method, arguments) -> {
                    if (method.getName().equals("real")) {
                        return path;
                    }
                    if (method.getName().equals("getFileSystem")) {
                        return fileSystem;
                    }
                    try {
                        Object result = method.invoke(path, reals(arguments));
                        return result instanceof Path each ? mortal(each) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object[] reals(Object[] arguments) {
        if (arguments == null) {
            return new Object[0];
        }
        Object[] reals = arguments.clone();
        for (int index = 0; index < reals.length; index++) {
            if (reals[index] instanceof Mortal mortal) {
                reals[index] = mortal.real();
            }
        }
        return reals;
    }

    private static Path real(Path path) {
        return path instanceof Mortal mortal ? mortal.real() : path;
    }

    private Path alive(Path path) {
        if (changesLeft < 0) {
            throw new Death();
        }
        return real(path);
    }

    private Path changed(Path path) {
        changesLeft--;
        return alive(path);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = options.contains(StandardOpenOption.WRITE) ? changed(path) : alive(path);
        return real.newFileChannel(file, options, attributes);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return real.newByteChannel(alive(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = real.newDirectoryStream(alive(directory), filter)) {
            entries.forEach(each -> found.add(mortal(each)));
        }
        return new DirectoryStream<>() {
            @Override
            public java.util.Iterator<Path> iterator() {
                return found.iterator();
            }

            @Override
            public void close() {
                found.clear();
            }
        };
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        real.createDirectory(changed(directory), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        real.createSymbolicLink(changed(link), real(target), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        real.createLink(changed(link), real(existing));
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(changed(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        real.copy(real(source), changed(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        real.move(real(source), changed(target), options);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(changed(path), type, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(changed(path), attribute, value, options);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return real.readSymbolicLink(alive(link));
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(alive(path), alive(other));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(alive(path), modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(alive(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(alive(path), attributes, options);
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(alive(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(alive(path));
    }

    @Override
    public String getScheme() {
        return "mortal";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    private static final class MortalFileSystem extends FileSystem {

        private final FileSystemProvider provider;
        private final FileSystem real;

        MortalFileSystem(FileSystemProvider provider, FileSystem real) {
            this.provider = provider;
            this.real = real;
        }

        @Override
        public FileSystemProvider provider() {
            return provider;
        }

        @Override
        public PathMatcher getPathMatcher(String syntaxAndPattern) {
            PathMatcher matcher = real.getPathMatcher(syntaxAndPattern);
            return path -> matcher.matches(MortalFiles.real(path));
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return real.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return real.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return real.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return real.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return real.getPath(first, more);
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return real.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return real.newWatchService();
        }
    }
}
