package dev.quorate.etcd.jetcd;

import java.util.Arrays;
import java.util.Optional;

/** What etcd says when it refuses (its api/v3rpc/rpctypes), and what to do then. */
enum KnownRefusal {
    LEASE_NOT_FOUND("requested lease not found", "it expired or was revoked; lease list shows those there are"),
    LEASE_EXISTS("lease already exists", "choose another id, or let etcd choose"),
    LEASE_TTL_TOO_LARGE("too large lease TTL", "the largest TTL is 9000000000 seconds"),
    NO_SPACE(
            "database space exceeded",
            "compact, defragment every member, then alarm disarm; or raise --quota-backend-bytes and restart"),
    TOO_LARGE("request is too large", "etcd takes 1.5 MiB per request unless --max-request-bytes is raised"),
    TOO_MANY_OPERATIONS("too many operations in txn", "etcd takes 128 per transaction unless --max-txn-ops is raised"),
    DUPLICATE_KEY("duplicate key given in txn", "a transaction may write each key once"),
    EMPTY_KEY("key is not provided", "a key cannot be empty; for all keys use --prefix or --from-key with \"\""),
    KEY_NOT_FOUND("key not found", "--ignore-value and --ignore-lease need a key that is there"),
    WRONG_PASSWORD("authentication failed, invalid user ID or password", "check --user and --password"),
    NO_USER("user name is empty", "authentication is on: give --user NAME and --password"),
    PERMISSION_DENIED(
            "permission denied", "ask for a role with this permission, or use a user that has it: role get shows them"),
    AUTH_OFF("authentication is not enabled", "nothing to do: auth enable turns it on"),
    INVALID_TOKEN("invalid auth token", "the login expired: give --user and --password again"),
    NO_ROOT_USER("root user does not exist", "user add root, user grant-role root root, then auth enable"),
    NO_ROOT_ROLE("root user does not have root role", "user grant-role root root, then auth enable"),
    MEMBER_NOT_FOUND("member not found", "member list shows those there are"),
    MEMBER_URL_EXISTS("Peer URLs already exists", "a member has this peer URL already: member list shows which"),
    MEMBER_EXISTS("member ID already exist", "a member has this peer URL already: member list shows which"),
    NOT_ENOUGH_STARTED(
            "re-configuration failed due to not enough started members",
            "start the members that are not running first, or remove those that never will"),
    UNHEALTHY("unhealthy cluster", "all members must be connected for this: endpoint status shows who is not"),
    LEARNER_NOT_READY("which is in sync with leader", "let it catch up, then promote it"),
    NOT_LEARNER("can only promote a learner member", "member list shows who is a learner"),
    TOO_MANY_LEARNERS("too many learner members", "promote or remove the learner there is first"),
    FOR_VOTERS_ONLY("rpc not supported for learner", "connect to a voting member: member list shows them"),
    NOT_LEADER("not leader", "ask the leader: endpoint status shows which it is"),
    BAD_TRANSFEREE("bad leader transferee", "choose a voting member: member list shows them"),
    TOO_MANY_REQUESTS("too many requests", "the cluster cannot keep up: wait, or send less"),
    CORRUPT("corrupt cluster", "the members' data differ: endpoint hashkv shows who, then replace that member"),
    TIMED_OUT("request timed out", "the cluster was electing or is overloaded: check endpoint status, then try again"),
    WRONG_DOWNGRADE("invalid downgrade target version", "only one minor version down is possible"),
    NO_DOWNGRADE_VERSION(
            "wrong downgrade target version format", "a version is two or three numbers: downgrade validate 3.5"),
    DOWNGRADE_RUNS("cluster has a downgrade job in progress", "finish it, or downgrade cancel"),
    NO_DOWNGRADE("no inflight downgrade job", "downgrade enable VERSION begins one"),
    LOST_PERMISSION("permission is not granted to the role", "role get shows what it has"),
    USER_NOT_FOUND("user name not found", "user list shows those there are"),
    USER_EXISTS("user name already exists", "user list shows those there are"),
    ROLE_NOT_FOUND("role name not found", "role list shows those there are"),
    ROLE_EXISTS("role name already exists", "role list shows those there are"),
    ROLE_NOT_GRANTED("role is not granted to the user", "user get shows the roles it has"),
    MESSAGE_TOO_LARGE(
            "received message larger than max", "etcd takes 1.5 MiB per request unless --max-request-bytes is raised");

    private final String words;
    private final String hint;

    KnownRefusal(String words, String hint) {
        this.words = words;
        this.hint = hint;
    }

    String hint() {
        return hint;
    }

    static Optional<KnownRefusal> in(CallFailedException failure) {
        return Arrays.stream(values())
                .filter(known -> failure.says(known.words))
                .findFirst();
    }
}
