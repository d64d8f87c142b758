package dev.quorate.provision.step;

import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.HostNeeds;
import dev.quorate.provision.Listeners;
import dev.quorate.provision.Listeners.Holder;
import dev.quorate.provision.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        judgeData(verdict);
        if (!running) {
            judgePorts(verdict);
        }
        return verdict.state(
                running ? node.service() + " is running" : node.host().facts().system());
    }

    private void judgePorts(HostVerdict verdict) throws InterruptedException {
        Listeners listeners = Listeners.of(node.host());
        List<URI> taken = listenUrls().stream().filter(listeners::taken).toList();
        if (!taken.isEmpty()) {
            judgePorts(verdict, taken, listeners.holders(taken));
        }
    }

    private static void judgePorts(HostVerdict verdict, List<URI> taken, Set<Holder> holders) {
        String where = taken.stream().map(URI::getAuthority).distinct().collect(Collectors.joining(" and "));
        String who = holders.stream().map(Holder::toString).collect(Collectors.joining(" and "));
        List<String> units =
                holders.stream().flatMap(holder -> holder.unit().stream()).toList();
        String stop = units.isEmpty() ? "stop it" : "'systemctl disable --now " + String.join(" ", units) + "'";
        verdict.fault(
                "another process listens on " + where + (who.isEmpty() ? "" : ": " + who),
                (who.isEmpty() ? "find it with 'ss -ltnp' and stop it" : stop) + ", or choose another port");
    }

    private List<URI> listenUrls() {
        List<URI> urls = new ArrayList<>();
        for (Setting setting :
                List.of(Setting.LISTEN_CLIENT_URLS, Setting.LISTEN_PEER_URLS, Setting.LISTEN_METRICS_URLS)) {
            node.settings().list(setting).forEach(url -> urls.add(URI.create(url)));
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

    /** A member that starts empty under the identity it had has forgotten what it acknowledged (etcd issues 13509, 10254). */
    private void judgeData(HostVerdict verdict) throws InterruptedException {
        if (!needs.systemd()
                || !node.joined()
                || node.host().files().stat(node.data()).isPresent()) {
            return;
        }
        verdict.fault(
                "%s is a member already, and %s has no data of it".formatted(node.name(), node.dataDirectory()),
                "if the cluster file named another data-directory before, put that back, as data is not moved; if the data is "
                        + "lost, 'cluster down --member NAME' takes the member out, and 'cluster up' lets it join again, empty; "
                        + "if that of all members is lost, 'cluster down' forgets them");
    }

    @Override
    public void apply() {
        throw new IllegalStateException("a check has nothing to apply");
    }
}
