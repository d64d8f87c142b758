package dev.quorate.access;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.ArrayList;
import java.util.List;

/** A user with what each of its roles permits, in one piece. */
record UserDetailView(String user, List<RoleView> roles) implements View {

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("user", user)
                .put(
                        "roles",
                        Tree.array(roles.stream().map(UserDetailView::tree).toList()))
                .build();
    }

    private static Tree tree(RoleView role) {
        return Tree.fields()
                .put("role", role.role())
                .put("perm", Tree.array(RoleView.trees(role.permissions().permissions())))
                .build();
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        roles.forEach(role -> rows.addAll(role.rows()));
        return Table.leftAligned(List.of("role", "permission", "keys"), rows).withCaption("User: " + user);
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        out.line("User: " + user);
        for (RoleView role : roles) {
            out.line("");
            role.lines(out);
        }
    }
}
