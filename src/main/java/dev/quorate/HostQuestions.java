package dev.quorate;

import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.shell.Questions;
import java.util.Locale;

/** Lets connections to hosts ask whoever is at the console. */
record HostQuestions(Questions questions) implements SshQuestions {

    @Override
    public boolean person() {
        return questions.person();
    }

    @Override
    public boolean agrees(String question) {
        return questions
                .readLine(question + " (yes/no) ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .matches("y|yes");
    }

    @Override
    public char[] secret(String prompt) {
        return questions.readSecret(prompt);
    }
}
