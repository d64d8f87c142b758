package dev.quorate.remote.ssh;

import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFacts;
import dev.quorate.remote.HostFiles;
import dev.quorate.remote.Services;
import dev.quorate.remote.ShellCommand;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A host over SSH. It connects when it is first used, and again when the connection was lost before a command began. */
final class SshHost implements Host {

    private final SshSettings settings;
    private final Connector connector;
    private final Elevator elevator;
    private @Nullable Access access;
    private @Nullable HostFacts facts;

    /** A connection, and what commands do there to have the right. */
    private record Access(Connection connection, Runner runner, Elevation elevation) {}

    SshHost(SshSettings settings, Connector connector, Elevator elevator) {
        this.settings = settings;
        this.connector = connector;
        this.elevator = elevator;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public CommandResult run(ShellCommand command) throws InterruptedException {
        return onConnection(open -> open.runner().run(command, open.elevation()));
    }

    @Override
    public int stream(ShellCommand command, CommandOutput output) throws InterruptedException {
        return stream(command, new ByteArrayInputStream(command.input()), output);
    }

    int stream(ShellCommand command, InputStream input, CommandOutput output) throws InterruptedException {
        return onConnection(open -> open.runner().stream(command, open.elevation(), input, output));
    }

    /** What is done on a connection. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Access open) throws InterruptedException;
    }

    /** A host that was off and is on again tells of it only when its old connection is used. */
    private <T> T onConnection(Use<T> use) throws InterruptedException {
        Access open = access();
        try {
            return use.of(open);
        } catch (OperatorException e) {
            if (!(e.getCause() instanceof NotBegunException)) {
                throw e;
            }
            leave(open);
            return use.of(access());
        }
    }

    private synchronized void leave(Access lost) {
        if (lost.equals(access)) {
            close();
        }
    }

    @Override
    public HostFiles files() {
        return new SshFiles(this);
    }

    @Override
    public Services services() {
        return new SystemdServices(this);
    }

    @Override
    public synchronized HostFacts facts() throws InterruptedException {
        if (facts == null) {
            facts = HostFacts.of(this);
        }
        return facts;
    }

    private synchronized Access access() throws InterruptedException {
        if (access != null && access.connection().alive()) {
            return access;
        }
        close();
        facts = null;
        Connection connection = connector.connect(settings);
        try {
            Runner runner = new Runner(connection);
            access = new Access(connection, runner, elevator.elevation(runner, settings.sudo()));
            return access;
        } finally {
            if (access == null) {
                connection.close();
            }
        }
    }

    synchronized void close() {
        if (access != null) {
            access.connection().close();
            access = null;
        }
    }
}
