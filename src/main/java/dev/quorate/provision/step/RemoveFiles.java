package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes what the plan put on a host: binaries, configuration, certificates. A directory goes only when nothing else is in
 * it.
 *
 * @param what it is, as a word of the title: {@code binaries}
 */
public record RemoveFiles(Host host, String what, List<Path> files, List<Path> directories) implements Step {

    public RemoveFiles {
        files = List.copyOf(files);
        directories = List.copyOf(directories);
    }

    @Override
    public String title() {
        return "remove " + what;
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        List<Path> present = present();
        List<String> changes = new ArrayList<>();
        present.forEach(path -> changes.add("delete " + path));
        return changes.isEmpty() ? StepState.done("none") : StepState.needed("they are there", changes);
    }

    @Override
    public void apply() throws InterruptedException {
        for (Path path : present()) {
            host.files().delete(path);
        }
    }

    private List<Path> present() throws InterruptedException {
        List<Path> present = new ArrayList<>(host.files().stats(files).keySet());
        List<Path> gone = new ArrayList<>(present);
        for (Path directory : directories) {
            if (host.files().stat(directory).isPresent() && isEmptyWithout(directory, gone)) {
                present.add(directory);
                gone.add(directory);
            }
        }
        return present;
    }

    private boolean isEmptyWithout(Path directory, List<Path> gone) throws InterruptedException {
        for (String name : host.files().list(directory)) {
            if (!gone.contains(directory.resolve(name))) {
                return false;
            }
        }
        return true;
    }
}
