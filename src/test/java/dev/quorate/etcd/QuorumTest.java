package dev.quorate.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0", "2, 2, 0", "3, 2, 1", "4, 3, 1", "5, 3, 2", "6, 4, 2", "7, 4, 3", "8, 5, 3", "9, 5, 4",
    })
    void needsMoreThanHalfOfAllVoters(int voters, int needed, int tolerance) {
        Quorum whole = new Quorum(voters, voters);

        assertThat(whole.needed()).isEqualTo(needed);
        assertThat(whole.tolerance()).isEqualTo(tolerance);
        assertThat(whole.toleranceAtBest()).isEqualTo(tolerance);
        assertThat(whole.present()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, true, 1, 0",
        "3, 2, true, 0, 0",
        "3, 1, false, 0, 1",
        "3, 0, false, 0, 2",
        "4, 3, true, 0, 0",
        "4, 2, false, 0, 1",
        "5, 4, true, 1, 0",
        "5, 2, false, 0, 1",
        "1, 0, false, 0, 1",
        "2, 1, false, 0, 1",
    })
    void tellsWhatIsLeftAndWhatIsMissing(int voters, int healthy, boolean present, int tolerance, int missing) {
        Quorum quorum = new Quorum(voters, healthy);

        assertThat(quorum.present()).isEqualTo(present);
        assertThat(quorum.tolerance()).isEqualTo(tolerance);
        assertThat(quorum.missing()).isEqualTo(missing);
        assertThat(quorum.unhealthy()).isEqualTo(voters - healthy);
    }

    @Test
    void neverHasTwoMajoritiesAtOnce() {
        for (int voters = 1; voters <= 50; voters++) {
            int needed = new Quorum(voters, voters).needed();

            assertThat(2 * needed).isGreaterThan(voters);
            assertThat(2 * (needed - 1)).isLessThanOrEqualTo(voters);
        }
    }

    @Test
    void addingBeforeRemovingADeadVoterLeavesNoRoom() {
        Quorum oneDead = new Quorum(3, 2);

        Quorum added = oneDead.afterAddingVoter();

        assertThat(added).isEqualTo(new Quorum(4, 2));
        assertThat(oneDead.survives(added)).isFalse();
    }

    @Test
    void removingADeadVoterFirstKeepsTheQuorum() {
        Quorum oneDead = new Quorum(3, 2);

        Quorum removed = oneDead.afterRemovingUnhealthy();
        Quorum promoted = removed.afterPromoting();

        assertThat(removed).isEqualTo(new Quorum(2, 2));
        assertThat(oneDead.survives(removed)).isTrue();
        assertThat(removed.survives(promoted)).isTrue();
        assertThat(promoted.tolerance()).isEqualTo(1);
    }

    @Test
    void removingAHealthyVoterMayCostTheQuorum() {
        Quorum oneDead = new Quorum(3, 2);

        assertThat(oneDead.survives(oneDead.afterRemovingHealthy())).isFalse();
        assertThat(new Quorum(3, 3).survives(new Quorum(3, 3).afterRemovingHealthy()))
                .isTrue();
    }

    @Test
    void nothingCanBeDecidedWithoutAQuorum() {
        Quorum lost = new Quorum(5, 2);

        Quorum wouldSuffice = new Quorum(3, 2);

        assertThat(wouldSuffice.present()).isTrue();
        assertThat(lost.survives(wouldSuffice)).isFalse();
    }

    @Test
    void addingToASingleMemberHaltsItUntilTheNewOneStarts() {
        Quorum single = new Quorum(1, 1);

        Quorum added = single.afterAddingVoter();

        assertThat(added.present()).isFalse();
        assertThat(added.afterStarting().present()).isTrue();
    }

    @Test
    void stoppingOneOfTwoCostsTheQuorum() {
        assertThat(new Quorum(2, 2).afterStopping().present()).isFalse();
        assertThat(new Quorum(3, 3).afterStopping().present()).isTrue();
    }

    @Test
    void aClusterWithoutVotersHasNoQuorum() {
        assertThat(new Quorum(0, 0).present()).isFalse();
        assertThat(new Quorum(0, 0).toleranceAtBest()).isZero();
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> new Quorum(3, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quorum(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quorum(3, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quorum(3, 3).afterRemovingUnhealthy()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Quorum(3, 0).afterRemovingHealthy()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Quorum(3, 3).afterStarting()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Quorum(3, 0).afterStopping()).isInstanceOf(IllegalStateException.class);
    }
}
