package dev.quorate.access;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** Authentication was turned on or off; etcdctl has one sentence for it in every format. */
record AuthSwitchView(boolean enabled) implements View {

    @Override
    public Tree tree() {
        return Tree.fields().put("enabled", enabled).build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(List.of("authentication"), List.of(List.of(enabled ? "enabled" : "disabled")));
    }

    @Override
    public void lines(LineSink out) {
        out.line(enabled ? "Authentication Enabled" : "Authentication Disabled");
    }

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }
}
