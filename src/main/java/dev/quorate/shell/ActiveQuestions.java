package dev.quorate.shell;

import dev.quorate.time.WorkingClock;

/**
 * Whoever asks the operator at present: the streams the program was started with, and the terminal once the console has one.
 * For what outlives a line and may have to ask, such as a connection that needs a password. The time until the answer is nobody's
 * work.
 */
public final class ActiveQuestions implements Questions {

    private final WorkingClock clock;
    private volatile Questions present;

    public ActiveQuestions(Questions first, WorkingClock clock) {
        this.clock = clock;
        present = first;
    }

    public void become(Questions next) {
        present = next;
    }

    @Override
    public boolean person() {
        return present.person();
    }

    @Override
    public String readLine(String prompt) {
        return clock.during(() -> present.readLine(prompt));
    }

    @Override
    public char[] readSecret(String prompt) {
        return clock.during(() -> present.readSecret(prompt));
    }
}
