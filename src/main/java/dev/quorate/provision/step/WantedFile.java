package dev.quorate.provision.step;

import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.plan.StepState;
import dev.quorate.provision.TextDifference;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFiles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text file as it is to be on a host, beside what is there.
 *
 * @param joined whether its member is one of the cluster already: whether it once founded or joined it matters no more
 */
record WantedFile(Host host, RenderedFile wanted, boolean joined) {

    private static final Pattern JOINING =
            Pattern.compile("((?:initial-cluster-state[:=] ?|INITIAL_CLUSTER_STATE=)\"?)existing");

    WantedFile(Host host, RenderedFile wanted) {
        this(host, wanted, false);
    }

    StepState inspect() throws InterruptedException {
        HostFiles files = host.files();
        Optional<FileFacts> facts = files.stat(wanted.path());
        if (facts.isEmpty()) {
            return StepState.needed(wanted.path() + " is missing", TextDifference.of("", wanted.content()));
        }
        String present = new String(files.read(wanted.path()), StandardCharsets.UTF_8);
        if (!comparable(present).equals(comparable(wanted.content()))) {
            return StepState.needed(wanted.path() + " is different", TextDifference.of(present, wanted.content()));
        }
        if (!wanted.access().heldBy(facts.get())) {
            return StepState.needed(wanted.path() + " should be " + wanted.access());
        }
        return StepState.done();
    }

    private String comparable(String text) {
        return joined ? JOINING.matcher(text).replaceAll("$1new") : text;
    }

    void write() throws InterruptedException {
        host.files().write(wanted.path(), wanted.bytes(), wanted.access());
    }
}
