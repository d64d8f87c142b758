package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;
import java.util.Map;
import java.util.regex.Pattern;

/** The token keeps apart what must not meet. */
final class Token implements Rule {

    private static final Pattern COMMON = Pattern.compile("(?i)etcd|etcd-?cluster(-?\\d+)?|default|token|my-?token");
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|passw).*");

    private final Map<String, String> others;

    Token(Map<String, String> others) {
        this.others = Map.copyOf(others);
    }

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        String token = spec.token();
        if (COMMON.matcher(token).matches()) {
            advice.warning(
                    "token",
                    "the token " + token
                            + " is what many clusters have: members of two could take each other for peers",
                    "write a random word, as cluster init does");
        }
        if (SECRET.matcher(token).matches()) {
            advice.note(
                    "token",
                    "the token reads like a secret, but stands in clear in each member's configuration",
                    "keep no secret in it; certificates guard the cluster");
        }
        others.forEach((name, other) -> {
            if (other.equals(token) && !name.equals(spec.name())) {
                advice.warning(
                        "token",
                        "cluster " + name + " has the same token",
                        "give each its own, so that their members can never meet");
            }
        });
    }
}
