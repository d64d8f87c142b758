package dev.quorate.provision.step;

import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.plan.StepState;
import dev.quorate.provision.TextDifference;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFiles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A text file as it is to be on a host, beside what is there. */
record WantedFile(Host host, RenderedFile wanted) {

    StepState inspect() throws InterruptedException {
        HostFiles files = host.files();
        Optional<FileFacts> facts = files.stat(wanted.path());
        if (facts.isEmpty()) {
            return StepState.needed(wanted.path() + " is missing", TextDifference.of("", wanted.content()));
        }
        String present = new String(files.read(wanted.path()), StandardCharsets.UTF_8);
        if (!present.equals(wanted.content())) {
            return StepState.needed(wanted.path() + " is different", TextDifference.of(present, wanted.content()));
        }
        if (!wanted.access().heldBy(facts.get())) {
            return StepState.needed(wanted.path() + " should be " + wanted.access());
        }
        return StepState.done();
    }

    void write() throws InterruptedException {
        host.files().write(wanted.path(), wanted.bytes(), wanted.access());
    }
}
