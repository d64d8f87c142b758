package dev.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.output.OutputFormat;
import dev.quorate.session.Connections;
import dev.quorate.session.ContextStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoteGuardTest {

    @TempDir
    Path home;

    private final FakeCluster cluster = new FakeCluster("m1")
            .member(1, "etcd1", "m1")
            .member(2, "etcd2", "m2")
            .member(3, "etcd3", "m3")
            .learner(4, "etcd4", "m4")
            .answering("m1", 1, 1, 9)
            .answering("m2", 2, 1, 9);

    @Test
    void asksForTheNameOfAMemberThatIsToLeave() throws Exception {
        FakeInvocation line = line().atTerminal().typing("etcd2");

        guard().beforeRemoving(line, 2);

        assertThat(line.notes())
                .containsExactly("etcd2 leaves the cluster for good; votes now: 2 of 3 healthy, 2 needed, 0 may fail;"
                        + " then: 1 of 2 healthy, 2 needed, NO QUORUM");
    }

    @Test
    void changesNothingUnlessTheNameIsTyped() {
        FakeInvocation line = line().atTerminal().typing("yes");

        assertThatThrownBy(() -> guard().beforeRemoving(line, 2)).hasMessage("nothing was changed");
    }

    @Test
    void showsThatADeadMemberCanLeave() throws Exception {
        FakeInvocation line = line().atTerminal().typing("etcd3");

        guard().beforeRemoving(line, 3);

        assertThat(line.notes().getFirst()).endsWith("then: 2 of 2 healthy, 2 needed, 0 may fail");
    }

    @Test
    void showsThatALearnerCostsNoVote() throws Exception {
        FakeInvocation line = line().atTerminal().typing("etcd4");

        guard().beforeRemoving(line, 4);

        assertThat(line.notes().getFirst()).endsWith("then: 2 of 3 healthy, 2 needed, 0 may fail");
    }

    @Test
    void asksBeforeAnAddedVoterHaltsTheCluster() {
        FakeInvocation line = line().atTerminal().typing("no");

        assertThatThrownBy(() -> guard().beforeAdding(line, "etcd5", false)).hasMessage("nothing was changed");
        assertThat(line.notes().getFirst()).contains("then: 2 of 4 healthy, 3 needed, NO QUORUM");
    }

    @Test
    void letsALearnerIn() {
        FakeInvocation line = line().atTerminal();

        assertThatCode(() -> guard().beforeAdding(line, "etcd5", true)).doesNotThrowAnyException();
    }

    @Test
    void asksBeforeALearnerBecomesAVoterByChangingItsUrls() {
        FakeInvocation line = line().atTerminal().typing("no");

        assertThatThrownBy(() -> guard().beforeUpdating(line, 4)).hasMessage("nothing was changed");
        assertThat(line.notes().getFirst()).startsWith("changing the URLs of a learner makes it a voter; ");
    }

    @Test
    void doesNotAskAScript() {
        assertThatCode(() -> guard().beforeRemoving(line(), 2)).doesNotThrowAnyException();
    }

    private FakeInvocation line() {
        LeaderCommands any = new LeaderCommands(connections());
        return new FakeInvocation(Lines.bind(any, "move-leader", "etcd1"), OutputFormat.SIMPLE);
    }

    private VoteGuard guard() {
        return new VoteGuard(connections());
    }

    private Connections connections() {
        SessionResolver resolver = new SessionResolver(Map.of(), new ContextStore(new QuorateHome(home)));
        return new Connections(new Sessions(resolver.forOneLine()), settings -> cluster);
    }
}
