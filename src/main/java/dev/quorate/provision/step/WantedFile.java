package dev.quorate.provision.step;

import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.plan.StepState;
import dev.quorate.provision.TextDifference;
import dev.quorate.remote.Host;
import dev.quorate.remote.PresentFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text file as it is to be on a host, beside what is there.
 *
 * @param joined whether its member is one of the cluster already: whether it once founded or joined it, with whom and by
 *     what token is ignored by etcd from then on
 * @param meaning what counts where the words are others: then the file stays, whoever owns it
 */
record WantedFile(Host host, RenderedFile wanted, boolean joined, Meaning meaning) {

    /** In a file of each form, with the variable of units that are the same on every host. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?m)^(.*(?:initial-cluster(?:-state|-token)?[:=]|INITIAL_CLUSTER(?:_STATE|_TOKEN)?=|CLUSTER_(?:NODES|TOKEN)=))"
                    + ".*?( \\\\)?$");

    private static final Pattern STATE =
            Pattern.compile("((?:initial-cluster-state[:=] ?|INITIAL_CLUSTER_STATE=)\"?)(?:new|existing)");

    WantedFile(Host host, RenderedFile wanted) {
        this(host, wanted, false);
    }

    WantedFile(Host host, RenderedFile wanted, boolean joined) {
        this(host, wanted, joined, Meaning.LITERAL);
    }

    StepState inspect() throws InterruptedException {
        return judge(find());
    }

    Optional<PresentFile> find() throws InterruptedException {
        return host.files().present(wanted.path());
    }

    StepState judge(Optional<PresentFile> found) throws InterruptedException {
        if (found.isEmpty()) {
            return StepState.needed(wanted.path() + " is missing", TextDifference.of("", wanted.content()));
        }
        String present = text(found.get());
        if (!says(present)) {
            if (meaning.holds(host)) {
                return StepState.done("says the same in other words");
            }
            return StepState.needed(wanted.path() + " is different", TextDifference.of(present, withStateOf(present)));
        }
        if (!wanted.access().heldBy(found.get().facts())) {
            return StepState.needed(wanted.path() + " should be " + wanted.access());
        }
        return StepState.done();
    }

    private static String text(PresentFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    private boolean says(String text) {
        return comparable(text).equals(comparable(wanted.content()));
    }

    private String comparable(String text) {
        return joined ? BEGINNING.matcher(text).replaceAll("$1$2") : text;
    }

    /** A member that joined is told so for ever: started empty by mistake, it must not found a cluster of its own. */
    private String withStateOf(String present) {
        Matcher state = STATE.matcher(present);
        boolean keep = joined && state.find() && state.group().endsWith("existing");
        return keep ? STATE.matcher(wanted.content()).replaceAll("$1existing") : wanted.content();
    }

    /** Leaves the content alone where only the access is wrong: a file is as old as what it says. */
    void write(Optional<PresentFile> found) throws InterruptedException {
        String present = found.map(WantedFile::text).orElse("");
        if (found.isPresent() && says(present)) {
            host.files().setAccess(wanted.path(), wanted.access());
            return;
        }
        byte[] content = withStateOf(present).getBytes(StandardCharsets.UTF_8);
        host.files().write(wanted.path(), content, wanted.access());
    }
}
