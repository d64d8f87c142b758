package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quorate.failure.OperatorException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamQuestionsTest {

    @Test
    void saysHowToAnswerWhereNobodyDoes() {
        StreamQuestions questions = new StreamQuestions(InputStream.nullInputStream(), false);

        OperatorException thrown =
                catchThrowableOfType(OperatorException.class, () -> questions.readSecret("Passphrase of ca.key: "));

        assertThat(thrown).hasMessage("standard input has ended, an answer was expected");
        assertThat(thrown.failure().hint()).contains("--passphrase-file");
    }

    @Test
    void takesALineForEachAnswer() {
        StreamQuestions questions =
                new StreamQuestions(new ByteArrayInputStream("one\r\ntwo".getBytes(StandardCharsets.US_ASCII)), false);

        assertThat(questions.readLine("")).isEqualTo("one");
        assertThat(questions.readSecret("")).containsExactly('t', 'w', 'o');
    }
}
