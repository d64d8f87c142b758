package dev.quorate.provision.step;

import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.HostNeeds;
import dev.quorate.provision.Listeners;
import dev.quorate.provision.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks whether a host can take its member at all, and tells everything that is in the way at once. Changes nothing; what it
 * finds wrong is for the operator.
 */
public record CheckHost(Node node, HostNeeds needs) implements Step {

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
        HostVerdict verdict = new HostVerdict();
        if (needs.systemd()) {
            verdict.judge(HostLook.at(node.host(), needs), needs, node.name());
        }
        if (!verdict.clean()) {
            return verdict.state("");
        }
        boolean running = node.host().services().status(node.service()).alive();
        judgeLeftovers(verdict);
        if (!running) {
            judgePorts(verdict);
        }
        return verdict.state(
                running ? node.service() + " is running" : node.host().facts().system());
    }

    private void judgePorts(HostVerdict verdict) throws InterruptedException {
        Listeners listeners = Listeners.of(node.host());
        Set<String> taken = new LinkedHashSet<>();
        for (URI url : listenUrls()) {
            if (listeners.taken(url)) {
                taken.add(url.getAuthority());
            }
        }
        if (!taken.isEmpty()) {
            verdict.fault(
                    "another process listens on " + String.join(" and ", taken),
                    "find it with 'ss -ltnp' and stop it, or choose another port");
        }
    }

    private List<URI> listenUrls() {
        List<URI> urls = new ArrayList<>();
        for (Setting setting :
                List.of(Setting.LISTEN_CLIENT_URLS, Setting.LISTEN_PEER_URLS, Setting.LISTEN_METRICS_URLS)) {
            for (String url : node.settings().get(setting).orElse("").split(",")) {
                if (!url.isEmpty()) {
                    urls.add(URI.create(url));
                }
            }
        }
        return urls;
    }

    /** Data that etcd began under another token, or none: it would ignore everything it is told now (etcd issue 11442). */
    private void judgeLeftovers(HostVerdict verdict) throws InterruptedException {
        if (needs.token().isEmpty()
                || node.joined()
                || Leftovers.of(node, needs.token()).isEmpty()) {
            return;
        }
        verdict.fault(
                "%s holds the data of another etcd".formatted(node.dataDirectory()),
                "add --park to move it aside, or move it away yourself");
    }

    @Override
    public void apply() {
        throw new IllegalStateException("a check has nothing to apply");
    }
}
