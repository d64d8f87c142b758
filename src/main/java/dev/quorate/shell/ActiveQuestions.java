package dev.quorate.shell;

/**
 * Whoever asks the operator at present: the streams the program was started with, and the terminal once the console has one.
 * For what outlives a line and may have to ask, such as a connection that needs a password.
 */
public final class ActiveQuestions implements Questions {

    private volatile Questions present;

    public ActiveQuestions(Questions first) {
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
        return present.readLine(prompt);
    }

    @Override
    public char[] readSecret(String prompt) {
        return present.readSecret(prompt);
    }
}
