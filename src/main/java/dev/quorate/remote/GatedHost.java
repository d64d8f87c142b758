package dev.quorate.remote;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host with a gate that every change has to pass: the one place where changes are told, or refused. */
abstract sealed class GatedHost implements Host permits AuditedHost, ReadOnlyHost {

    private final Host host;

    GatedHost(Host host) {
        this.host = host;
    }

    /**
     * Called before each change; throwing keeps it from happening.
     *
     * @param change as an operator would say it: {@code write /etc/etcd/etcd.yaml (0644)}, {@code run systemctl stop etcd}
     */
    abstract void changing(String change);

    @Override
    public String name() {
        return host.name();
    }

    @Override
    public CommandResult run(ShellCommand command) throws InterruptedException {
        if (command.access() == ShellCommand.Access.CHANGES) {
            changing("run " + command);
        }
        return host.run(command);
    }

    @Override
    public int stream(ShellCommand command, CommandOutput output) throws InterruptedException {
        if (command.access() == ShellCommand.Access.CHANGES) {
            changing("run " + command);
        }
        return host.stream(command, output);
    }

    @Override
    public HostFiles files() {
        return new GatedFiles(host.files());
    }

    @Override
    public Services services() {
        return new GatedServices(host.services());
    }

    @Override
    public HostFacts facts() throws InterruptedException {
        return host.facts();
    }

    private final class GatedFiles implements HostFiles {

        private final HostFiles files;

        GatedFiles(HostFiles files) {
            this.files = files;
        }

        @Override
        public Optional<FileFacts> stat(Path path) throws InterruptedException {
            return files.stat(path);
        }

        @Override
        public Map<Path, FileFacts> stats(Collection<Path> paths) throws InterruptedException {
            return files.stats(paths);
        }

        @Override
        public Map<Path, String> sha256s(Collection<Path> paths) throws InterruptedException {
            return files.sha256s(paths);
        }

        @Override
        public byte[] read(Path path) throws InterruptedException {
            return files.read(path);
        }

        @Override
        public Optional<PresentFile> present(Path path) throws InterruptedException {
            return files.present(path);
        }

        @Override
        public String sha256(Path path) throws InterruptedException {
            return files.sha256(path);
        }

        @Override
        public List<String> list(Path directory) throws InterruptedException {
            return files.list(directory);
        }

        @Override
        public void write(Path path, byte[] content, FileAccess access) throws InterruptedException {
            writing(path, access);
            files.write(path, content, access);
        }

        private void writing(Path path, FileAccess access) {
            changing("write " + path + " (" + access + ")");
        }

        @Override
        public void writeAll(List<NewFile> all) throws InterruptedException {
            all.forEach(file -> writing(file.path(), file.access()));
            files.writeAll(all);
        }

        @Override
        public void upload(Path local, Path path, FileAccess access) throws InterruptedException {
            changing("copy " + local + " to " + path + " (" + access + ")");
            files.upload(local, path, access);
        }

        @Override
        public void makeDirectory(Path path, FileAccess access) throws InterruptedException {
            making(path, access);
            files.makeDirectory(path, access);
        }

        private void making(Path directory, FileAccess access) {
            changing("make directory " + directory + " (" + access + ")");
        }

        @Override
        public void makeDirectories(Map<Path, FileAccess> directories) throws InterruptedException {
            directories.forEach(this::making);
            files.makeDirectories(directories);
        }

        @Override
        public void setAccess(Path path, FileAccess access) throws InterruptedException {
            changing("give " + path + " the access " + access);
            files.setAccess(path, access);
        }

        @Override
        public void rename(Path from, Path to) throws InterruptedException {
            changing("rename " + from + " to " + to);
            files.rename(from, to);
        }

        @Override
        public void delete(Path path) throws InterruptedException {
            changing("delete " + path);
            files.delete(path);
        }
    }

    private final class GatedServices implements Services {

        private final Services services;

        GatedServices(Services services) {
            this.services = services;
        }

        @Override
        public ServiceStatus status(String service) throws InterruptedException {
            return services.status(service);
        }

        @Override
        public List<String> logTail(String service, int lines) throws InterruptedException {
            return services.logTail(service, lines);
        }

        @Override
        public void start(String service) throws InterruptedException {
            changing("start " + service);
            services.start(service);
        }

        @Override
        public void stop(String service) throws InterruptedException {
            changing("stop " + service);
            services.stop(service);
        }

        @Override
        public void restart(String service) throws InterruptedException {
            changing("restart " + service);
            services.restart(service);
        }

        @Override
        public void kill(String service) throws InterruptedException {
            changing("kill " + service);
            services.kill(service);
        }

        @Override
        public void pause(String service) throws InterruptedException {
            changing("pause " + service);
            services.pause(service);
        }

        @Override
        public void resume(String service) throws InterruptedException {
            changing("resume " + service);
            services.resume(service);
        }
    }
}
