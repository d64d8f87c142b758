package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.output.OutputFormat;
import dev.quorate.shell.Binder;
import dev.quorate.shell.CommandCatalog;
import dev.quorate.shell.Word;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineHelpTest {

    private static final Argument<String> KEY = Argument.required("key", ValueTypes.KEY, "the key");
    private static final Argument<Optional<String>> END = Argument.optional("range_end", ValueTypes.KEY, "the end");
    private static final Flag<Boolean> PREFIX = Flag.bool("prefix", "by prefix");
    private static final Flag<OutputFormat> FORM =
            Flag.value("form", ValueTypes.choice(OutputFormat.class), OutputFormat.AUTO, "its form");
    private static final Flag<List<OutputFormat>> FORMS =
            Flag.list("forms", ValueTypes.choice(OutputFormat.class), "its forms");

    private final Binder binder = new Binder(new CommandCatalog(List.of(
            CommandSpec.named("get", "Gets")
                    .arguments(KEY, END)
                    .flags(PREFIX, FORM, FORMS)
                    .runs(line -> {}),
            CommandSpec.named("put", "Puts").arguments(KEY).runs(line -> {}),
            CommandSpec.named("member list", "Lists").runs(line -> {}),
            CommandSpec.named("member add", "Adds").runs(line -> {}),
            CommandSpec.named("secret", "Hides").hide().runs(line -> {}))));
    private final LineCompletion completion = new LineCompletion(binder, List.of(new TwoKeys()));
    private final LineHints hints = new LineHints(binder);

    @Test
    void proposesCommandsWithTheirSummaries() {
        assertThat(propose("").list())
                .containsExactly(
                        Proposal.of("get", "Gets"), Proposal.of("member", "list, add"), Proposal.of("put", "Puts"));
        assertThat(values("m")).containsExactly("member");
        assertThat(values("member ")).containsExactly("add", "list");
    }

    @Test
    void proposesTheWordsOfAnArgument() {
        assertThat(values("get ")).containsExactly("a", "b/");
        assertThat(values("get b")).containsExactly("b/");
        assertThat(values("get a ")).containsExactly("a", "b/");
    }

    @Test
    void proposesOwnFlagsFirstAndAllOnceALetterIsTyped() {
        assertThat(propose("get a --"))
                .isEqualTo(new Proposals(
                        List.of(
                                Proposal.of("--form", "its form"),
                                Proposal.of("--forms", "its forms"),
                                Proposal.of("--prefix", "by prefix")),
                        false));
        assertThat(values("get a --w")).containsExactly("--write-out");
        assertThat(values("get a --prefix --pre")).isEmpty();
    }

    @Test
    void proposesTheValuesOfAFlag() {
        assertThat(values("get a --form t")).containsExactly("table");
        assertThat(values("get a --form=y")).containsExactly("--form=yaml");
        assertThat(values("get a --forms json,y")).containsExactly("json,yaml");
        assertThat(values("get a --forms json,j")).isEmpty();
        assertThat(values("get a --prefix=t")).containsExactly("--prefix=true");
        assertThat(values("get a -w y")).containsExactly("yaml");
    }

    @Test
    void proposesMembersAfterTheirSign() {
        LineCompletion members = new LineCompletion(binder, List.of(new TwoMembers()));

        assertThat(members.propose(TypedLine.of("@").orElseThrow()).list())
                .extracting(Proposal::value)
                .containsExactly("@etcd1", "@etcd2", "@cluster");
        assertThat(members.propose(TypedLine.of("@etcd1,e").orElseThrow()).list())
                .extracting(Proposal::value)
                .containsExactly("@etcd1,etcd2");
    }

    @Test
    void proposesNothingAfterAWordThatIsWrong() {
        assertThat(values("nonsense ")).isEmpty();
        assertThat(values("get a --nonsense x ")).isEmpty();
    }

    @Test
    void tellsWhatTheCommandStillNeeds() {
        assertThat(hints.missing("get ")).isEqualTo("<key> [range_end]");
        assertThat(hints.missing("get k ")).isEqualTo("[range_end]");
        assertThat(hints.missing("get --form ")).isEqualTo("<" + FORM.type().placeholder() + ">");
        assertThat(hints.missing("get k")).isEmpty();
        assertThat(hints.missing("get 'k ")).isEmpty();
        assertThat(hints.missing("")).isEmpty();
    }

    @Test
    void pointsAtTheFirstWordThatIsUnknown() {
        assertThat(unknown("gte k")).isEqualTo("gte");
        assertThat(unknown("member lsit ")).isEqualTo("lsit");
        assertThat(unknown("get k --prefx ")).isEqualTo("--prefx");
        assertThat(unknown("get k; nonsense x")).isEqualTo("nonsense");
    }

    @Test
    void awaitsTheEndOfAWordBeforeItIsWrong() {
        assertThat(unknown("ge")).isEmpty();
        assertThat(unknown("member l")).isEmpty();
        assertThat(unknown("get k --pre")).isEmpty();
        assertThat(unknown("get k -")).isEmpty();
        assertThat(unknown("get k")).isEmpty();
        assertThat(unknown("put")).isEmpty();
    }

    private Proposals propose(String line) {
        return completion.propose(TypedLine.of(line).orElseThrow());
    }

    private List<String> values(String line) {
        return propose(line).list().stream().map(Proposal::value).toList();
    }

    private String unknown(String line) {
        return hints.unknown(line).map(Word::text).orElse("");
    }

    private static final class TwoKeys implements CompletionSource {
        @Override
        public Completes kind() {
            return Completes.KEY;
        }

        @Override
        public Proposals propose(String typed) {
            return Proposals.all(List.of(Proposal.of("a"), Proposal.part("b/")));
        }
    }

    private static final class TwoMembers implements CompletionSource {
        @Override
        public Completes kind() {
            return Completes.MEMBER;
        }

        @Override
        public Proposals propose(String typed) {
            return Proposals.all(List.of(Proposal.of("etcd1"), Proposal.of("etcd2")));
        }
    }
}
