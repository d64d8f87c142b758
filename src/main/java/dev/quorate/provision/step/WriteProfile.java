package dev.quorate.provision.step;

import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import dev.quorate.remote.PresentFile;
import java.util.Optional;

/** Writes the settings of etcdctl that every login shell of a host shall have. */
public final class WriteProfile extends InformedStep<Optional<PresentFile>> {

    private final Host host;
    private final WantedFile profile;

    public WriteProfile(Host host, RenderedFile profile) {
        this.host = host;
        this.profile = new WantedFile(host, profile);
    }

    @Override
    public String title() {
        return "write profile";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    protected Optional<PresentFile> find() throws InterruptedException {
        return profile.find();
    }

    @Override
    protected StepState judge(Optional<PresentFile> found) throws InterruptedException {
        return profile.judge(found);
    }

    @Override
    protected void change(Optional<PresentFile> found) throws InterruptedException {
        profile.write(found);
    }
}
