package dev.quorate.remote.local;

import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFacts;
import dev.quorate.remote.HostFiles;
import dev.quorate.remote.Services;
import dev.quorate.remote.ShellCommand;
import org.jspecify.annotations.Nullable;

/** The machine at hand, under a name of its own: a sandbox has as many of them as it has members. */
public final class LocalHost implements Host {

    private final String name;
    private final Services services;
    private @Nullable HostFacts facts;

    public LocalHost(String name, Services services) {
        this.name = name;
        this.services = services;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CommandResult run(ShellCommand command) throws InterruptedException {
        return new LocalCommand(name, command).run();
    }

    @Override
    public int stream(ShellCommand command, CommandOutput output) throws InterruptedException {
        return new LocalCommand(name, command).stream(output);
    }

    @Override
    public HostFiles files() {
        return new LocalFiles(name);
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public synchronized HostFacts facts() throws InterruptedException {
        if (facts == null) {
            facts = HostFacts.of(this);
        }
        return facts;
    }
}
