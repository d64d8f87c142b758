package dev.quorate.shell.completion;

import dev.quorate.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks slow sources on threads of their own and remembers the answers for some seconds. The caller waits
 * a moment at most and then gets what has come so far; a question is never asked twice at the same time.
 */
public final class Lookups {

    /** So long a key may be slow to answer while somebody types. */
    static final Duration PATIENCE = Duration.ofMillis(280);

    /** So long it may be where there is nothing to show before: the first connection of a session takes longer than a question. */
    private static final Duration FIRST = Duration.ofSeconds(1);

    static final Duration FRESH = Duration.ofSeconds(5);
    private static final int KEPT = 200;

    private final Duration patience;
    private final Sessions sessions;
    private final Clock clock;
    private final Map<Topic, Answer> answers = new LinkedHashMap<>();

    public Lookups(Sessions sessions, Clock clock) {
        this(sessions, clock, PATIENCE);
    }

    /** @param patience how long a caller waits for an answer */
    public Lookups(Sessions sessions, Clock clock, Duration patience) {
        this.patience = patience;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Runs on a thread of its own, and may fail: then there is nothing more to propose. */
    @FunctionalInterface
    public interface Question {
        /**
         * @param soFar is to be told, as often as there is something new, everything found until then
         * @return everything
         */
        Proposals ask(Consumer<List<Proposal>> soFar) throws Exception;
    }

    /** Answers belong to the cluster they came from. */
    private record Topic(Object cluster, String question) {}

    private static final class Answer {
        private final Instant asked;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile Proposals found = new Proposals(List.of(), false);

        Answer(Instant asked) {
            this.asked = asked;
        }

        boolean running() {
            return done.getCount() > 0;
        }

        void find(Question question) {
            try {
                found = question.ask(this::found);
            } catch (Exception e) {
                // Why a cluster does not answer is told by the command, not by Tab.
                found = new Proposals(found.list(), found.list().isEmpty());
            } finally {
                done.countDown();
                begun.countDown();
            }
        }

        private void found(List<Proposal> soFar) {
            found = new Proposals(soFar, false);
            begun.countDown();
        }

        /** Everything within {@code patience}, or the first of it a little later. */
        void await(Duration patience) throws InterruptedException {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                begun.await(FIRST.minus(patience).toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /**
     * What {@code question} finds, within the patience there is; where that is nothing, what it finds first.
     *
     * @param name says which question it is
     */
    public Proposals ask(String name, Question question) {
        Answer answer = answer(new Topic(sessions.standing().etcd(), name), question);
        try {
            answer.await(patience);
            return answer.found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Proposals.NONE;
        }
    }

    private synchronized Answer answer(Topic topic, Question question) {
        Instant now = clock.instant();
        Answer known = answers.get(topic);
        if (known != null && (known.running() || known.asked.plus(FRESH).isAfter(now))) {
            return known;
        }
        forgetOld(now);
        Answer fresh = new Answer(now);
        answers.put(topic, fresh);
        Thread.ofVirtual().name("completion").start(() -> fresh.find(question));
        return fresh;
    }

    private void forgetOld(Instant now) {
        if (answers.size() >= KEPT) {
            answers.values()
                    .removeIf(answer ->
                            !answer.running() && answer.asked.plus(FRESH).isBefore(now));
        }
    }
}
