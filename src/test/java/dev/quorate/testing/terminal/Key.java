package dev.quorate.testing.terminal;

/** A key that is no letter, as a terminal of the xterm family sends it. */
public enum Key {
    ENTER("\r"),
    TAB("\t"),
    SHIFT_TAB("\033[Z"),
    ESCAPE("\033"),
    BACKSPACE("\177"),
    DELETE("\033[3~"),
    CTRL_A("\001"),
    CTRL_C("\003"),
    CTRL_D("\004"),
    CTRL_E("\005"),
    CTRL_K("\013"),
    CTRL_L("\014"),
    CTRL_R("\022"),
    CTRL_U("\025"),
    CTRL_W("\027"),
    CTRL_Z("\032"),
    CTRL_BACKSLASH("\034"),
    UP("\033OA"),
    DOWN("\033OB"),
    RIGHT("\033OC"),
    LEFT("\033OD"),
    HOME("\033OH"),
    END("\033OF");

    private final String sequence;

    Key(String sequence) {
        this.sequence = sequence;
    }

    String sequence() {
        return sequence;
    }
}
