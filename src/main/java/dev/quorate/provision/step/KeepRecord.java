package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes down on the operator's machine what cannot be seen again on the hosts, or forgets it.
 *
 * @param title what is kept: {@code remember which members joined}
 * @param content empty to forget
 */
public record KeepRecord(Host here, String title, Path file, Optional<String> content) implements Step {

    @Override
    public String target() {
        return here.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        if (present().equals(content)) {
            return StepState.done();
        }
        return StepState.needed(content.isPresent() ? "not written down" : "still written down");
    }

    private Optional<String> present() throws InterruptedException {
        if (here.files().stat(file).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new String(here.files().read(file), StandardCharsets.UTF_8));
    }

    @Override
    public void apply() throws InterruptedException {
        if (content.isEmpty()) {
            here.files().delete(file);
            return;
        }
        here.files().makeDirectory(file.resolveSibling(""), FileAccess.PRIVATE_DIRECTORY);
        here.files().write(file, content.get().getBytes(StandardCharsets.UTF_8), FileAccess.PRIVATE);
    }
}
