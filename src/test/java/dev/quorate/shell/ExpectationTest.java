package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.Flag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private final Binder binder = new Commands().binder();

    /** What is expected at the end of {@code text}. */
    private Expectation at(String text) {
        List<Word> words =
                new ArrayList<>(Lexer.lex(text + "|").lines().getFirst().words());
        String typed = words.removeLast().text();
        return binder.expect(words, typed.substring(0, typed.length() - 1));
    }

    @Test
    void beginsWithTheWordsOfCommandsWithoutAliases() {
        assertThat(at("").commandWords())
                .extracting(CommandNode::word)
                .contains("get", "member", "compaction", "help")
                .doesNotContain("compact");
    }

    @Test
    void expectsMembersAfterTheirSignAndTheCommandAfterThem() {
        assertThat(at("@").valueOf()).contains(GlobalOptions.AT);
        assertThat(at("@etcd1,e").prefix()).isEqualTo("@");
        assertThat(at("@etcd1 ").commandWords()).extracting(CommandNode::word).contains("get", "member");
        assertThat(at("get @").valueOf()).isEmpty();
        assertThat(at("get @").argument()).contains(Commands.KEY);
    }

    @Test
    void goesOnWithTheWordsOfAGroup() {
        assertThat(at("member ").commandWords())
                .extracting(CommandNode::word)
                .containsExactly("list", "add", "remove", "replace");
    }

    @Test
    void expectsArgumentsInTurn() {
        assertThat(at("get ").argument()).contains(Commands.KEY);
        assertThat(at("get --prefix ").argument()).contains(Commands.KEY);
        assertThat(at("get a ").argument()).contains(Commands.END);
        assertThat(at("get a b ").argument()).isEmpty();
        assertThat(at("watch a b c ").argument()).contains(Commands.REST);
    }

    @Test
    void expectsASubcommandOrAnArgumentWhereBothMayStand() {
        Expectation expected = at("lock ");

        assertThat(expected.commandWords()).extracting(CommandNode::word).containsExactly("list");
        assertThat(expected.argument()).contains(Commands.NAME);
    }

    @Test
    void expectsTheValueOfAFlag() {
        assertThat(at("get a --order ").valueOf()).contains(Commands.ORDER);
        assertThat(at("get a --order=de").valueOf()).contains(Commands.ORDER);
        assertThat(at("get a --order=de").prefix()).isEqualTo("--order=");
        assertThat(at("get a -l5").prefix()).isEqualTo("-l");
        assertThat(at("get a --prefix ").valueOf()).isEmpty();
    }

    @Test
    void proposesFlagsThatAreNotGivenYet() {
        List<Flag<?>> flags = at("get a --prefix --").flags();

        assertThat(flags).contains(Commands.LIMIT).doesNotContain(Commands.PREFIX);
        assertThat(flags).extracting(Flag::name).contains("write-out", "endpoints");
    }

    @Test
    void proposesTheCommandsOwnFlagInPlaceOfTheGlobalOneOfThatName() {
        assertThat(at("endpoint health --").flags())
                .filteredOn(flag -> flag.name().equals("cluster"))
                .containsExactly(Commands.CLUSTER);
    }

    @Test
    void proposesNoFlagsAfterDashes() {
        assertThat(at("get -- ").flags()).isEmpty();
        assertThat(at("get -- ").argument()).contains(Commands.KEY);
    }

    @Test
    void expectsNothingAfterAMistake() {
        assertThat(at("gte ")).isEqualTo(Expectation.nothing());
    }
}
