package dev.quorate.remote.ssh;

import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passphrases and passwords: asked for once, however many hosts want the same at the same time, and kept for as long as the
 * program runs, in memory only.
 */
final class Secrets {

    private static final int TRIES = 3;

    private final SshQuestions questions;
    private final Map<String, char[]> opened = new ConcurrentHashMap<>();
    private final ReentrantLock asking = new ReentrantLock();

    Secrets(SshQuestions questions) {
        this.questions = questions;
    }

    /** What a secret is tried on. */
    @FunctionalInterface
    interface Lock {
        /** Whether the secret is right. */
        boolean opensWith(char[] secret) throws IOException, InterruptedException;
    }

    boolean person() {
        return questions.person();
    }

    boolean agrees(String question) throws InterruptedException {
        asking.lockInterruptibly();
        try {
            return questions.agrees(question);
        } finally {
            asking.unlock();
        }
    }

    /**
     * Tries the secret that opened the same before, then what is typed, three times at the most; an empty line gives up.
     *
     * @param purpose what the secret is for, the same where one secret will do for several locks
     * @return whether one was right
     * @throws OperatorException if the operator broke off
     */
    boolean open(String purpose, String prompt, Lock lock) throws IOException, InterruptedException {
        char[] before = opened.getOrDefault(purpose, new char[0]);
        if (before.length > 0 && lock.opensWith(before)) {
            return true;
        }
        if (!questions.person()) {
            return false;
        }
        asking.lockInterruptibly();
        try {
            char[] meanwhile = opened.getOrDefault(purpose, before);
            return (!Arrays.equals(meanwhile, before) && lock.opensWith(meanwhile)) || ask(purpose, prompt, lock);
        } finally {
            asking.unlock();
        }
    }

    private boolean ask(String purpose, String prompt, Lock lock) throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            char[] typed = questions.secret(prompt);
            if (typed.length == 0) {
                return false;
            }
            if (lock.opensWith(typed)) {
                opened.put(purpose, typed);
                return true;
            }
        }
        return false;
    }
}
