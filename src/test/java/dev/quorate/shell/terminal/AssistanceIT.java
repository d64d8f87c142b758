package dev.quorate.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.terminal.Key;
import dev.quorate.testing.terminal.Screen;
import org.junit.jupiter.api.Test;

/** What helps an operator while a line is typed: Tab, hints, colours. */
class AssistanceIT extends SharedConsole {

    @Test
    void anUnknownWordIsRedWhileItIsTyped() throws Exception {
        console.type("member lsit ");
        Screen wrong = console.await("lsit in red", screen -> isRed(screen, "lsit"));
        console.press(Key.CTRL_U);
        console.type("get k --limt ");
        console.await("--limt in red", screen -> isRed(screen, "--limt"));
        console.press(Key.CTRL_U);
        console.type("member lis");
        Screen unfinished = console.await("member lis");
        console.press(Key.CTRL_C);

        assertThat(wrong.cellsOf("member")).noneMatch(Screen.Cell::red);
        assertThat(unfinished.cellsOf("lis")).hasSize(3).noneMatch(Screen.Cell::red);
    }

    @Test
    void whatIsStillNeededStandsGreyBehindTheLine() throws Exception {
        console.type("put ");
        Screen both = console.await("<key> <value>");
        console.type("k ");
        Screen one = console.awaitCursorLine(PROMPT + " put k <value>");
        console.press(Key.CTRL_C);

        assertThat(both.cellsOf("<key>")).allMatch(Screen.Cell::grey);
        assertThat(one.cellsOf("<value>")).allMatch(Screen.Cell::grey);
        assertThat(console.awaitCursorLine(PROMPT).text()).doesNotContain("<value>");
    }

    @Test
    void tabCompletesCommandsAndDescribesThem() throws Exception {
        console.type("mem").press(Key.TAB).awaitCursorLine(PROMPT + " member");
        console.press(Key.TAB);

        Screen screen = console.await("Lists members");
        console.press(Key.CTRL_C);

        assertThat(screen.text()).contains("list", "add", "Adds a member");
    }

    @Test
    void tabCompletesFlagsAndTheirValues() throws Exception {
        console.type("get k --pre").press(Key.TAB).awaitCursorLine(PROMPT + " get k --prefix");
        console.type("--form ta").press(Key.TAB).awaitCursorLine(PROMPT + " get k --prefix --form table");
        console.type("--form=js").press(Key.TAB).await("--form=json");
        console.press(Key.CTRL_C);
    }

    @Test
    void tabShowsFlagsWithTheirDescriptions() throws Exception {
        console.type("get k --").press(Key.TAB);

        Screen screen = console.await("get keys by their prefix");
        console.press(Key.CTRL_C);

        assertThat(screen.text()).contains("--limit", "the most results");
    }

    @Test
    void tabCompletesKeysSegmentBySegment() throws Exception {
        console.type("get /reg").press(Key.TAB).awaitCursorLine(PROMPT + " get /registry/");
        console.type("po").press(Key.TAB).awaitCursorLine(PROMPT + " get /registry/pods/");
        console.type("a").press(Key.TAB).awaitCursorLine(PROMPT + " get /registry/pods/a\\ b");
        console.press(Key.ENTER);

        console.await("value of /registry/pods/a b");
    }

    @Test
    void tabCompletesInsideQuotes() throws Exception {
        console.type("get \"/registry/pods/a").press(Key.TAB);
        console.awaitCursorLine(PROMPT + " get \"/registry/pods/a b\"");
        console.press(Key.CTRL_C);
    }

    @Test
    void aListOfKeysShowsTheirLastSegments() throws Exception {
        console.type("get /registry/").press(Key.TAB);

        Screen screen = console.await(
                "list of segments",
                now -> now.lines().stream().anyMatch(line -> line.startsWith("pods/") && line.endsWith("services/")));
        console.press(Key.CTRL_C);

        assertThat(screen.cursorLine()).isEqualTo(PROMPT + " get /registry/");
    }

    @Test
    void aLineFromHistoryIsSuggestedAndTaken() throws Exception {
        output("echo a long line to remember");
        console.type("echo a lo");

        Screen suggested = console.await(
                "a long line to remember", screen -> screen.cursorLine().endsWith("remember"));
        console.press(Key.RIGHT, Key.ENTER);

        console.await("[a][long][line][to][remember]\n" + PROMPT);
        assertThat(suggested.cellsOf("ng line")).allMatch(Screen.Cell::grey);
    }

    private static boolean isRed(Screen screen, String text) {
        return !screen.cellsOf(text).isEmpty() && screen.cellsOf(text).stream().allMatch(Screen.Cell::red);
    }
}
