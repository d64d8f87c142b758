package dev.quorate.remote.ssh;

/** Whom to ask while a connection is made. */
public interface SshQuestions {

    /** Whether a person is there. Where nobody is, nothing is asked and what would need an answer fails. */
    boolean person();

    /** The answer to a question with yes or no. */
    boolean agrees(String question);

    /** A secret, typed without echo. */
    char[] secret(String prompt);

    /** Where nobody is. */
    static SshQuestions nobody() {
        return new SshQuestions() {
            @Override
            public boolean person() {
                return false;
            }

            @Override
            public boolean agrees(String question) {
                return false;
            }

            @Override
            public char[] secret(String prompt) {
                return new char[0];
            }
        };
    }
}
