package dev.quorate.etcd;

/**
 * The votes of a cluster: how many members vote, how many of them are healthy, and what follows. A decision needs more than
 * half of all voters, healthy or not; learners do not vote. Each change of the membership is such a decision itself, made
 * by the voters before it, and must leave enough healthy voters after it. etcd checks the same in part when it is started with
 * {@code --strict-reconfig-check} ({@code server/etcdserver/server.go}, {@code mayAddMember}, {@code mayRemoveMember}).
 *
 * @param voters voting members of the membership, started or not
 * @param healthy those that answer and take part
 */
public record Quorum(int voters, int healthy) {

    public Quorum {
        if (voters < 0 || healthy < 0 || healthy > voters) {
            throw new IllegalArgumentException(healthy + " of " + voters + " voters healthy");
        }
    }

    /** The votes a decision needs. */
    public int needed() {
        return voters / 2 + 1;
    }

    /** Whether the cluster can decide anything: writes, linearizable reads, changes of its membership. */
    public boolean present() {
        return healthy >= needed();
    }

    /** How many healthy voters may still fail with the quorum staying; 0 where it is gone already. */
    public int tolerance() {
        return Math.max(0, healthy - needed());
    }

    /** How many voters must come back before anything can be decided; 0 while there is a quorum. */
    public int missing() {
        return Math.max(0, needed() - healthy);
    }

    /** How many failures a cluster of this size survives while all its voters are healthy. */
    public int toleranceAtBest() {
        return Math.max(0, voters - needed());
    }

    public int unhealthy() {
        return voters - healthy;
    }

    /** The votes after a voter that is not healthy has left. */
    public Quorum afterRemovingUnhealthy() {
        if (unhealthy() == 0) {
            throw new IllegalStateException("no unhealthy voter to remove");
        }
        return new Quorum(voters - 1, healthy);
    }

    /** The votes after a healthy voter has left. */
    public Quorum afterRemovingHealthy() {
        if (healthy == 0) {
            throw new IllegalStateException("no healthy voter to remove");
        }
        return new Quorum(voters - 1, healthy - 1);
    }

    /**
     * The votes after a voter was added and before it has started. It counts from the moment the membership has it, so
     * that an added voter that never starts is worse than none.
     */
    public Quorum afterAddingVoter() {
        return new Quorum(voters + 1, healthy);
    }

    /** The votes once an added or stopped voter takes part. */
    public Quorum afterStarting() {
        if (unhealthy() == 0) {
            throw new IllegalStateException("no voter left to start");
        }
        return new Quorum(voters, healthy + 1);
    }

    /** The votes after a healthy learner was made a voter. */
    public Quorum afterPromoting() {
        return new Quorum(voters + 1, healthy + 1);
    }

    /** The votes while a healthy voter is down: stopped, restarted, defragmented. */
    public Quorum afterStopping() {
        if (healthy == 0) {
            throw new IllegalStateException("no healthy voter to stop");
        }
        return new Quorum(voters, healthy - 1);
    }

    /** Whether going on to {@code next} can be decided now and keeps the cluster able to decide. */
    public boolean survives(Quorum next) {
        return present() && next.present();
    }
}
