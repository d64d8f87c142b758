package dev.quorate.health;

/** What a member is doing. */
public enum Role {
    LEADER("leader"),
    FOLLOWER("follower"),
    LEARNER("learner"),
    /** It answers, but knows no leader: it is cut off, or there is none. */
    LEADERLESS("no leader"),
    /** It is in the membership and has never started. */
    UNSTARTED("not started"),
    UNREACHABLE("unreachable");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
