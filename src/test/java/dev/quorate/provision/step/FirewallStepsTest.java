package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.inventory.FirewallSpec.Kind;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Firewall;
import dev.quorate.provision.FirewallRule;
import dev.quorate.testing.FakeHost;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirewallStepsTest {

    private static final FirewallRule PEER = new FirewallRule("10.0.0.2", 2380);
    private static final FirewallRule EVERYONE = new FirewallRule("any", 2379);
    private static final String PEER_OF_FIREWALLD =
            "rule family=\"ipv4\" source address=\"10.0.0.2\" port port=\"2380\" protocol=\"tcp\" accept";

    private final FakeHost host = new FakeHost("etcd1")
            .answering("sh -c 'command -v \"$1\"' sh ufw", "/usr/sbin/ufw\n")
            .answering("sh -c 'command -v \"$1\"' sh firewall-cmd", "/usr/bin/firewall-cmd\n");

    @Test
    void rulesThatAreMissingAreAdded() throws Exception {
        Step step = new ConfigureFirewall(new Firewall(host, Kind.UFW), List.of(PEER, EVERYONE));
        String allow = "ufw allow from 10.0.0.2 to any port 2380 proto tcp";
        host.answering(
                        "ufw show added",
                        "Added user rules (see 'ufw status' for running firewall):\nufw allow 2379/tcp\n")
                .answering(allow, "Rule added\n");

        assertThat(step.inspect()).isEqualTo(StepState.needed("rules are missing", List.of(allow)));
        step.apply();

        assertThat(host.changes()).containsExactly("run " + allow);
    }

    @Test
    void aFirewallThatIsOffStaysOff() throws Exception {
        Step step = new ConfigureFirewall(new Firewall(host, Kind.UFW), List.of(EVERYONE));
        host.answering("ufw show added", "ufw allow 2379/tcp\n").answering("ufw status", "Status: inactive\n");

        assertThat(step.inspect())
                .isEqualTo(
                        StepState.done("", List.of("ufw is off, nothing is held back; turn it on once SSH is let in")));
    }

    @Test
    void firewalldThatIsOnGetsEachRuleAtOnceAndForItsNextStartWithoutLoadingAnew() throws Exception {
        Step step = new ConfigureFirewall(new Firewall(host, Kind.FIREWALLD), List.of(PEER));
        host.answering("firewall-cmd --state", "running\n")
                .answering("firewall-cmd --permanent --list-rich-rules", "\n")
                .answering("firewall-cmd --list-rich-rules", "\n")
                .answering("firewall-cmd --permanent --add-rich-rule '" + PEER_OF_FIREWALLD + "'", "success\n")
                .answering("firewall-cmd --add-rich-rule '" + PEER_OF_FIREWALLD + "'", "success\n");

        step.apply();

        assertThat(host.changes())
                .containsExactly(
                        "run firewall-cmd --permanent --add-rich-rule '" + PEER_OF_FIREWALLD + "'",
                        "run firewall-cmd --add-rich-rule '" + PEER_OF_FIREWALLD + "'");
    }

    @Test
    void firewalldThatIsOffGetsItsRulesOnDisk() throws Exception {
        Step step = new ConfigureFirewall(new Firewall(host, Kind.FIREWALLD), List.of(PEER));
        host.answering("firewall-cmd --state", 252, "", "not running\n")
                .answering("firewall-offline-cmd --list-rich-rules", "\n");

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "rules are missing",
                        List.of("firewall-offline-cmd --add-rich-rule '" + PEER_OF_FIREWALLD + "'")));
    }

    @Test
    void aFirewallThatIsNotThereIsTold() throws Exception {
        host.answering("sh -c 'command -v \"$1\"' sh firewall-cmd", 127, "", "");

        assertThat(new ConfigureFirewall(new Firewall(host, Kind.FIREWALLD), List.of()).inspect())
                .isEqualTo(StepState.blocked(
                        "there is no firewalld", "install it, or choose another firewall in the cluster file"));
    }

    @Test
    void onlyOurRulesAreTakenAway() throws Exception {
        Step step = new RemoveFirewallRules(new Firewall(host, Kind.UFW), List.of(PEER, EVERYONE));
        host.answering("ufw show added", "ufw allow 22/tcp\nufw allow 2379/tcp\n")
                .answering("ufw delete allow 2379/tcp", "Rule deleted\n");

        step.apply();

        assertThat(host.changes()).containsExactly("run ufw delete allow 2379/tcp");
    }
}
