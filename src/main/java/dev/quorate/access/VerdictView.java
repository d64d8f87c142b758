package dev.quorate.access;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.stream.Collectors;

record VerdictView(Verdict verdict) implements View {

    @Override
    public Tree tree() {
        Wish wish = verdict.wish();
        return Tree.fields()
                .put("allowed", verdict.allowed())
                .put("user", wish.user())
                .put("right", wish.right().verb())
                .put("key", Tree.of(wish.keys().key().unsafeArray()))
                .put("range_end", Tree.of(wish.keys().end().unsafeArray()))
                .put(
                        "grounds",
                        Tree.array(verdict.grounds().stream().map(Ground::tree).toList()))
                .build();
    }

    @Override
    public Table table() {
        Wish wish = verdict.wish();
        return Table.leftAligned(
                List.of("allowed", "user", "right", "keys", "by"),
                List.of(List.of(
                        answer(), wish.user(), wish.right().verb(), PermissionText.cell(wish.keys()), grounds())));
    }

    @Override
    public void lines(LineSink out) {
        Wish wish = verdict.wish();
        String may = verdict.allowed() ? " may " : " may not ";
        out.line(answer() + ": " + wish.user() + may + wish.deed() + why());
    }

    private String answer() {
        return verdict.allowed() ? "yes" : "no";
    }

    private String grounds() {
        return verdict.grounds().stream().map(Ground::text).collect(Collectors.joining("; "));
    }

    private String why() {
        if (verdict.allowed()) {
            return ", by " + grounds();
        }
        if (!verdict.grounds().isEmpty()) {
            return ", only a part of it, by " + grounds();
        }
        return verdict.roles().isEmpty() ? "; no roles" : "; roles: " + String.join(", ", verdict.roles());
    }

    @Override
    public void fields(LineSink out) {
        out.line("\"Allowed\" : " + verdict.allowed());
        verdict.grounds().forEach(ground -> out.line("\"By\" : \"" + ground.text() + "\""));
    }
}
