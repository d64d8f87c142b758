package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quorate.command.Values;
import dev.quorate.session.SettingName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {

    private final Binder binder = new Commands().binder();

    private BoundLine bind(String text) throws BindException {
        return binder.bind(Lexer.lex(text).lines().getFirst());
    }

    private Fault refusal(String text) {
        BindException refused = catchThrowableOfType(BindException.class, () -> bind(text));
        assertThat(refused).as("%s is refused", text).isNotNull();
        return refused.fault();
    }

    @ParameterizedTest
    @CsvSource({
        "get k, get",
        "ge k, get",
        "member list, member list",
        "member rem x, member remove",
        "mem li, member list",
        "compact 5, compaction",
        "comp 5, compaction",
        "endpoint hea, endpoint health",
        "lock k, lock",
        "lock list, lock list"
    })
    void findsCommandsByWholeWordsAndUniquePrefixes(String line, String command) throws BindException {
        assertThat(bind(line).command().words()).isEqualTo(command);
    }

    @Test
    void locksAKeyNamedLikeTheBeginningOfASubcommand() throws BindException {
        Values line = bind("lock li");

        assertThat(line.command().words()).isEqualTo("lock");
        assertThat(line.get(Commands.NAME)).isEqualTo("li");
    }

    @Test
    void locksAKeyNamedLikeASubcommandAfterDashes() throws BindException {
        assertThat(bind("lock -- list").get(Commands.NAME)).isEqualTo("list");
    }

    @Test
    void takesMembersBeforeTheCommandOnly() throws BindException {
        assertThat(bind("@etcd1,etcd2 get k").get(GlobalOptions.AT)).containsExactly("etcd1", "etcd2");
        assertThat(bind("--hex @etcd1 get k").get(GlobalOptions.AT)).containsExactly("etcd1");
        assertThat(bind("get @k").get(Commands.KEY)).isEqualTo("@k");
        assertThat(bind("get k").get(GlobalOptions.AT)).isEmpty();
        assertThat(refusal("@ get k").message()).contains("@");
        assertThat(refusal("@etcd1").message()).isEqualTo("no command, only options");
    }

    @Test
    void refusesAnAmbiguousPrefixAndListsTheCandidates() {
        Fault fault = refusal("member re x");

        assertThat(fault.message()).isEqualTo("ambiguous command \"member re\"");
        assertThat(fault.hint()).isEqualTo("it could be member remove, member replace");
    }

    @Test
    void neverLetsABooleanFlagTakeTheNextWord() throws BindException {
        Values line = bind("get --prefix foo");

        assertThat(line.get(Commands.PREFIX)).isTrue();
        assertThat(line.get(Commands.KEY)).isEqualTo("foo");
    }

    @Test
    void takesTrueAndFalseAfterEquals() throws BindException {
        assertThat(bind("get foo --prefix=false").get(Commands.PREFIX)).isFalse();
        assertThat(bind("get foo --prefix=true").get(Commands.PREFIX)).isTrue();
        assertThat(refusal("get foo --prefix=yes").message())
                .isEqualTo("invalid value \"yes\" for --prefix: neither true nor false");
    }

    @Test
    void takesNegativeNumbersAsValuesAndArguments() throws BindException {
        assertThat(bind("put k -5").get(Commands.VALUE)).contains("-5");
        assertThat(bind("put k -.5").get(Commands.VALUE)).contains("-.5");
        assertThat(bind("get k --rev -1").get(Commands.REV)).isEqualTo(-1);
        assertThat(bind("get k --rev=-1").get(Commands.REV)).isEqualTo(-1);
    }

    @Test
    void takesAnyWordAfterDashesAsItIs() throws BindException {
        Values line = bind("get foo -- -w");

        assertThat(line.get(Commands.END)).contains("-w");
        assertThat(line.wordsAfterDashes()).containsExactly("-w");
        assertThat(bind("put k -- --prefix").get(Commands.VALUE)).contains("--prefix");
    }

    @Test
    void keepsCommandAndKeysApartAtDashes() throws BindException {
        Values line = bind("watch foo --prefix -- echo -n hi");

        assertThat(line.get(Commands.REST)).containsExactly("foo", "echo", "-n", "hi");
        assertThat(line.wordsAfterDashes()).containsExactly("echo", "-n", "hi");
    }

    @Test
    void takesADashAloneAsAWord() throws BindException {
        assertThat(bind("put k -").get(Commands.VALUE)).contains("-");
    }

    @Test
    void letsAFlagTakeAWordThatBeginsWithADash() throws BindException {
        assertThat(bind("member add x --peer-urls -y").get(Commands.PEER_URLS)).containsExactly("-y");
    }

    @ParameterizedTest
    @CsvSource({"-w json", "-wjson", "-w=json", "--write-out json", "--write-out=json", "-w JSON"})
    void understandsEachSpellingOfAFlagWithAValue(String flag) throws BindException {
        BoundLine line = bind("get k " + flag);

        assertThat(line.settings().find(SettingName.WRITE_OUT).orElseThrow()).isEqualToIgnoringCase("json");
    }

    @Test
    void understandsShortFlagsInOneWord() throws BindException {
        Values line = bind("get k -abl5");

        assertThat(line.get(Commands.ALL)).isTrue();
        assertThat(line.get(Commands.BRIEF)).isTrue();
        assertThat(line.get(Commands.LIMIT)).isEqualTo(5);
    }

    @Test
    void bindsFlagsOfTwoWordCommands() throws BindException {
        assertThat(bind("member list --keys-only").given(Commands.KEYS_ONLY)).isTrue();
        assertThat(bind("member --keys-only list").given(Commands.KEYS_ONLY)).isTrue();
    }

    @Test
    void takesFlagsBeforeTheCommand() throws BindException {
        BoundLine line = bind("--endpoints a,b --hex get --prefix k --endpoints c");

        assertThat(line.get(Commands.KEY)).isEqualTo("k");
        assertThat(line.settings().find(SettingName.ENDPOINTS)).contains("a,b,c");
        assertThat(line.settings().find(SettingName.HEX)).contains("true");
    }

    @Test
    void readsClusterAsTheCommandsOwnFlagWhereItHasOne() throws BindException {
        assertThat(bind("endpoint health --cluster").get(Commands.CLUSTER)).isTrue();
        assertThat(bind("endpoint --cluster health").get(Commands.CLUSTER)).isTrue();
        assertThat(bind("get k --cluster prod").settings().find(SettingName.CONTEXT))
                .contains("prod");
        assertThat(bind("--cluster prod endpoint health").settings().find(SettingName.CONTEXT))
                .contains("prod");
    }

    @Test
    void keepsDefaultsAndTheLastOfRepeatedValuesAndAllOfLists() throws BindException {
        assertThat(bind("get k").get(Commands.LIMIT)).isEqualTo(10);
        assertThat(bind("get k --limit 1 --limit 2").get(Commands.LIMIT)).isEqualTo(2);
        assertThat(bind("member add x --peer-urls a --peer-urls b,c").get(Commands.PEER_URLS))
                .containsExactly("a", "b", "c");
    }

    @Test
    void understandsChoicesInAnyCase() throws BindException {
        assertThat(bind("get k --order DESCEND").get(Commands.ORDER)).isEqualTo(Commands.Order.DESCEND);
        assertThat(bind("get k --order descend").get(Commands.ORDER)).isEqualTo(Commands.Order.DESCEND);
    }

    @Test
    void takesAnEmptyWordAsAnArgument() throws BindException {
        assertThat(bind("del '' --prefix").get(Commands.KEY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gte k                  | 1 | unknown command "gte"                                   | did you mean get?
            member lsit            | 8 | unknown command "member lsit"                           | did you mean member list?
            snapshot svae f        | 10| unknown command "snapshot svae"                         | did you mean snapshot save?
            get k --prefx          | 7 | unknown flag --prefx for get                            | did you mean --prefix?
            get k --limit=1 --foo=2| 17| unknown flag --foo for get                              | help get lists its flags
            put k -x               | 7 | unknown flag -x for put                                 | help put lists its flags; a value that begins with - goes after --
            del                    | 1 | del needs <key>                                         | usage: del <key> [range_end] [flags]
            compaction             | 1 | compaction needs <revision>                             | usage: compaction <revision>
            get a b c              | 9 | unexpected argument "c" for get                         | usage: get <key> [range_end] [flags]
            compaction five        | 12| invalid value "five" for <revision>: not a whole number |
            get k --limit ten      | 7 | invalid value "ten" for --limit: not a whole number     |
            get k --order asend    | 7 | invalid value "asend" for --order: must be one of ascend, descend | did you mean ascend?
            get k --limit          | 7 | --limit needs a value                                   | write --limit INT
            member zzz             | 8 | unknown command "member zzz"                            | member has list, add, remove, replace
            mkdir d                | 1 | unknown command "mkdir"                                 | etcd has no directories: put the keys themselves
            --hex                  | 1 | no command, only options                                | help lists the commands
            get k --cert ''        | 7 | invalid value "" for --cert: it names no file           |
            """)
    void namesWhatIsWrongWhereItStandsAndWhatWasMeant(String line, int column, String message, String hint) {
        Fault fault = refusal(line);

        assertThat(fault.message()).isEqualTo(message);
        assertThat(fault.hint()).isEqualTo(hint);
        assertThat(fault.column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({"member, member", "member --help, member", "get --help, get", "get -h, get", "get --nope=1 k -h, "})
    void asksForHelpWithABareGroupOrTheFlag(String line, String topic) throws BindException {
        if (topic == null) {
            assertThat(refusal(line).message()).startsWith("unknown flag --nope");
            return;
        }
        BoundLine bound = bind(line);

        assertThat(bound.command().words()).isEqualTo("help");
        assertThat(bound.arguments().values()).containsExactly(List.of(topic));
    }

    @ParameterizedTest
    @CsvSource({
        "delete k, del, delete is \"del\" here",
        "rm k, del, rm is \"del\" here",
        "set k v, put, set is \"put\" here",
        "ls /a, get, ls is \"get --prefix --keys-only\" here",
        "member-list, member list, member-list is \"member list\" here",
        "cluster-health, endpoint health, cluster-health is \"endpoint health --cluster\" here",
        "etcdctl get k, get, etcdctl need not be typed here",
        "ETCDCTL_API=3 etcdctl get k, get, etcdctl need not be typed here"
    })
    void runsOldSpellingsWithARemark(String line, String command, String remark) throws BindException {
        BoundLine bound = bind(line);

        assertThat(bound.command().words()).isEqualTo(command);
        assertThat(bound.remark()).isEqualTo(Optional.of(remark));
    }

    @Test
    void listsAllKeysForLsAlone() throws BindException {
        Values line = bind("ls");

        assertThat(line.get(Commands.KEY)).isEmpty();
        assertThat(line.get(Commands.PREFIX)).isTrue();
    }

    @Test
    void marksTheWordsThatAreData() throws BindException {
        assertThat(bind("put k secret").values()).extracting(Word::text).containsExactly("secret");
        assertThat(bind("get k").values()).isEmpty();
    }

    @Test
    void tellsStartOptionsFromLines() throws BindException {
        assertThat(binder.bindStart(SourceLine.ofArguments(List.of("-c", "get a", "--set", "x=1,2"))))
                .map(start -> start.get(StartOptions.LINES))
                .contains(Optional.of("get a"));
        assertThat(binder.bindStart(SourceLine.ofArguments(List.of("--endpoints", "a"))))
                .isPresent();
        assertThat(binder.bindStart(SourceLine.ofArguments(List.of("get", "a"))))
                .isEmpty();
        assertThat(binder.bindStart(SourceLine.ofArguments(List.of("--help")))).isEmpty();
    }
}
