package dev.quorate.provision.step;

import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Listeners;
import dev.quorate.provision.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Looks whether a host can take its member at all. Changes nothing; what it finds wrong is for the operator. */
public record CheckHost(Node node) implements Step {

    @Override
    public String title() {
        return "check host";
    }

    @Override
    public String target() {
        return node.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        String kernel = node.host().facts().kernel();
        if (!kernel.equals("Linux")) {
            return StepState.blocked("etcd is kept on Linux only, and this is " + kernel, "use a Linux host");
        }
        if (node.host().services().status(node.service()).alive()) {
            return StepState.done(node.service() + " is running");
        }
        List<String> taken = takenAddresses();
        if (taken.isEmpty()) {
            return StepState.done(node.host().facts().system());
        }
        return StepState.blocked(
                "another process listens on " + String.join(" and ", taken),
                "find it with 'ss -ltnp' and stop it, or choose another port");
    }

    private List<String> takenAddresses() throws InterruptedException {
        Listeners listeners = Listeners.of(node.host());
        List<String> taken = new ArrayList<>();
        for (Setting setting : List.of(Setting.LISTEN_CLIENT_URLS, Setting.LISTEN_PEER_URLS)) {
            for (String url : node.settings().get(setting).orElse("").split(",")) {
                if (!url.isEmpty() && listeners.taken(URI.create(url))) {
                    taken.add(URI.create(url).getAuthority());
                }
            }
        }
        return taken;
    }

    @Override
    public void apply() {
        throw new IllegalStateException("a check has nothing to apply");
    }
}
