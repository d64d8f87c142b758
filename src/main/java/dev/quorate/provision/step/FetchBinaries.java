package dev.quorate.provision.step;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.binary.EtcdBinaries;
import java.nio.file.Files;
import java.util.List;

/**
 * Gets a version of etcd to the operator's machine, its checksum verified, to be sent to the hosts from there.
 *
 * @param architecture of the hosts, as releases name it
 */
public record FetchBinaries(EtcdBinaries binaries, EtcdVersion version, String architecture) implements Step {

    public static final String TITLE = "fetch binaries";

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public String target() {
        return "this machine";
    }

    @Override
    public StepState inspect() {
        if (Files.exists(binaries.place(version, architecture).resolve("etcd"))) {
            return StepState.done(binaries.place(version, architecture).toString());
        }
        return StepState.needed("etcd " + version + " is not here", List.of("fetch etcd " + version));
    }

    @Override
    public void apply() throws InterruptedException {
        binaries.fetch(version, architecture);
    }
}
