package dev.quorate.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.command.CommandSpec;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {

    private static final Risk LOSS = new Risk.Loss("all data of etcd1 will be deleted", "etcd1");
    private static final Risk DISRUPTION = new Risk.Disruption("etcd1 will restart");

    @Test
    void refusesWhereNobodyCanBeAsked() {
        FakeInvocation line = line().typing("etcd1");

        assertThatThrownBy(() -> new Confirmation(line).of(LOSS))
                .hasMessage("nobody can be asked, and this needs a yes: all data of etcd1 will be deleted")
                .extracting("failure.hint")
                .isEqualTo("add --yes if that is what you want");
    }

    @Test
    void yesAnswersEverything() {
        FakeInvocation line = line().assumingYes();

        assertThatCode(() -> new Confirmation(line).of(LOSS)).doesNotThrowAnyException();
        assertThatCode(() -> new Confirmation(line).of(DISRUPTION)).doesNotThrowAnyException();
    }

    @Test
    void theNameOfWhatMayBeLostIsTyped() {
        FakeInvocation line = line().atTerminal().typing(" etcd1 ");

        new Confirmation(line).of(LOSS);

        assertThat(line.notes()).containsExactly("all data of etcd1 will be deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "etcd2", "ETCD1", ""})
    void anythingButTheNameIsANo(String answer) {
        FakeInvocation line = line().atTerminal().typing(answer);

        assertThatThrownBy(() -> new Confirmation(line).of(LOSS))
                .isInstanceOfSatisfying(OperatorException.class, thrown -> {
                    assertThat(thrown).hasMessage("nothing was changed");
                    assertThat(thrown.failure().exitCode()).isEqualTo(ExitCode.INTERRUPTED);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "yes", " YES"})
    void aDisruptionNeedsAYes(String answer) {
        FakeInvocation line = line().atTerminal().typing(answer);

        assertThatCode(() -> new Confirmation(line).of(DISRUPTION)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "", "yesterday"})
    void anythingElseIsANo(String answer) {
        FakeInvocation line = line().atTerminal().typing(answer);

        assertThatThrownBy(() -> new Confirmation(line).of(DISRUPTION)).hasMessage("nothing was changed");
    }

    private static FakeInvocation line() {
        CommandSpec command = CommandSpec.named("break", "Breaks").runs(line -> {});
        return new FakeInvocation(Lines.bind(List.of(command), List.of("break")), OutputFormat.SIMPLE);
    }
}
