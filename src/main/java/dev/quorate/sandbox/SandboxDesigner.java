package dev.quorate.sandbox;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.provision.Node.Program;
import dev.quorate.provision.binary.EtcdBinaries;
import dev.quorate.remote.HostFiles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Decides what the sandbox is to be: what it was decided to be before, or else what is asked for and free. */
final class SandboxDesigner {

    private final SandboxDirectory directory;
    private final HostFiles files;
    private final EtcdBinaries binaries;

    SandboxDesigner(SandboxDirectory directory, HostFiles files, EtcdBinaries binaries) {
        this.directory = directory;
        this.files = files;
        this.binaries = binaries;
    }

    /** What was decided, if anything was. */
    Optional<SandboxSpec> remembered() throws InterruptedException {
        if (files.stat(directory.spec()).isEmpty()) {
            return Optional.empty();
        }
        String text = new String(files.read(directory.spec()), StandardCharsets.UTF_8);
        return Optional.of(SpecFile.parse(directory.spec(), text));
    }

    /** @throws OperatorException where there is no sandbox */
    SandboxSpec required() throws InterruptedException {
        return remembered()
                .orElseThrow(() ->
                        OperatorException.of(ExitCode.INVALID_INPUT, "there is no sandbox", "make one: sandbox up"));
    }

    /**
     * What the sandbox is to be from now on.
     *
     * @param mayFetch whether an etcd may be fetched where there is none
     */
    SandboxSpec decide(SandboxRequest request, boolean mayFetch) throws InterruptedException {
        Optional<SandboxSpec> remembered = remembered();
        if (remembered.isEmpty()) {
            return fresh(request, mayFetch);
        }
        SandboxSpec present = remembered.get();
        request.requireMatch(present);
        return refreshed(present, mayFetch);
    }

    private SandboxSpec fresh(SandboxRequest request, boolean mayFetch) throws InterruptedException {
        Program program = program(request.version(), mayFetch);
        String token = "sandbox-" + UUID.randomUUID();
        return new SandboxSpec(
                request.size(), program, token, FreePorts.choose(SandboxSpec.members(request.size())), false);
    }

    private SandboxSpec refreshed(SandboxSpec present, boolean mayFetch) throws InterruptedException {
        SandboxSpec spec = present;
        if (files.stat(spec.program().etcd()).isEmpty()) {
            spec = spec.withProgram(program(Optional.of(spec.version()), mayFetch));
        }
        if (!hasData(spec) && !FreePorts.free(spec.members(), spec.ports())) {
            spec = spec.withPorts(FreePorts.choose(spec.members()));
        }
        return spec;
    }

    /** Whether any member has begun; from then on its address is part of its identity. */
    private boolean hasData(SandboxSpec spec) throws InterruptedException {
        for (SandboxSpec.Member member : spec.members()) {
            if (!files.list(directory.data(member.name())).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Program program(Optional<EtcdVersion> version, boolean mayFetch) throws InterruptedException {
        Optional<Program> found = binaries.find(version);
        if (found.isPresent()) {
            return found.get();
        }
        if (!mayFetch) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "etcd would have to be fetched first, and what follows depends on it",
                    "fetch it by 'sandbox up' without --dry-run");
        }
        return binaries.obtain(version);
    }
}
