package dev.quorate.shell.terminal;

import dev.quorate.etcd.Endpoint;
import dev.quorate.health.ClusterHealth;
import dev.quorate.output.Visible;
import dev.quorate.session.Protection.State;
import dev.quorate.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The prompt: {@code prod ●2/3 L=etcd1 NOSPACE PROTECTED ›}. Colours repeat what the text says, so that a screenshot, a log and a
 * colour-blind operator lose nothing.
 */
final class PromptPainter {

    private static final Endpoint NOWHERE_IN_PARTICULAR = new Endpoint("127.0.0.1:2379");

    private final Look look;

    PromptPainter(Look look) {
        this.look = look;
    }

    /** @param columns of the terminal; a prompt that would take half of them gets a line of its own */
    AttributedString paint(Session session, Optional<ClusterHealth> health, State protection, int columns) {
        AttributedStringBuilder prompt = new AttributedStringBuilder();
        Optional<String> name = name(session, health);
        prompt.append(name.orElse("quorate"));
        if (name.isPresent()) {
            health.ifPresentOrElse(known -> state(prompt, known), () -> prompt.append(look.choose(" …", " ...")));
        }
        protection(prompt, protection);
        boolean ownLine = columns > 0 && prompt.columnLength() > columns / 2;
        prompt.append(ownLine ? "\n" : " ");
        styled(prompt, AttributedStyle.BOLD, look.choose("› ", "> "));
        return prompt.toAttributedString();
    }

    /** Nothing while nobody has said which cluster is meant, and none answers. */
    private static Optional<String> name(Session session, Optional<ClusterHealth> health) {
        if (session.cluster().isPresent()) {
            return session.cluster().map(Visible::text);
        }
        List<Endpoint> endpoints = session.etcd().endpoints();
        boolean meant = !endpoints.equals(List.of(NOWHERE_IN_PARTICULAR));
        boolean answers = health.filter(known -> known.healthy() > 0).isPresent();
        return meant || answers
                ? endpoints.stream().findFirst().map(endpoint -> Visible.text(endpoint.authority()))
                : Optional.empty();
    }

    private void state(AttributedStringBuilder prompt, ClusterHealth health) {
        prompt.append(' ');
        String votes = look.choose("●", "*") + health.healthy() + "/" + health.total();
        styled(prompt, colour(health), votes);
        health.leader().ifPresent(leader -> prompt.append(" L=").append(Visible.text(leader)));
        if (!health.quorum()) {
            styled(prompt, RED, " NO-QUORUM");
        }
        for (String alarm : health.alarms()) {
            styled(prompt, RED, " " + alarm);
        }
    }

    private void protection(AttributedStringBuilder prompt, State protection) {
        switch (protection) {
            case State.Open open -> {}
            case State.Locked locked -> prompt.append(" PROTECTED");
            case State.Unlocked unlocked -> styled(prompt, YELLOW, " UNLOCKED " + remaining(unlocked.left()));
        }
    }

    /** In minutes, the last of them in seconds; the one begun counts, so that it never says 0. */
    private static String remaining(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return seconds > 60 ? (seconds + 59) / 60 + "m" : seconds + "s";
    }

    private static final AttributedStyle RED = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final AttributedStyle YELLOW = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle GREEN = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);

    private static AttributedStyle colour(ClusterHealth health) {
        if (!health.quorum()) {
            return RED;
        }
        return health.healthy() == health.total() ? GREEN : YELLOW;
    }

    private void styled(AttributedStringBuilder prompt, AttributedStyle style, String text) {
        if (look.colour()) {
            prompt.styled(style, text);
        } else {
            prompt.append(text);
        }
    }
}
