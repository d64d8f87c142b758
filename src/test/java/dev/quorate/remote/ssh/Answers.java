package dev.quorate.remote.ssh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An operator who answers with what was prepared, and remembers what was asked. */
final class Answers implements SshQuestions {

    private final Deque<String> answers;
    private final List<String> asked = new ArrayList<>();

    Answers(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public boolean person() {
        return true;
    }

    @Override
    public synchronized boolean agrees(String question) {
        return answer(question).equals("yes");
    }

    @Override
    public synchronized char[] secret(String prompt) {
        return answer(prompt).toCharArray();
    }

    private String answer(String question) {
        asked.add(question);
        if (answers.isEmpty()) {
            throw new AssertionError("not prepared for: " + question);
        }
        return answers.pop();
    }
}
