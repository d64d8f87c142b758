package dev.quorate.context;

import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.session.Context;
import dev.quorate.session.SettingName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The saved contexts; in plain lines no more than their names, as scripts want them.
 *
 * @param guarded the names of those that are protected
 */
record ContextList(List<Context> contexts, Optional<String> inUse, Set<String> guarded) implements View {

    private boolean isInUse(Context context) {
        return inUse.filter(context.name()::equals).isPresent();
    }

    private boolean isProtected(Context context) {
        return guarded.contains(context.name());
    }

    private static String value(Context context, SettingName name) {
        return context.values().find(name).orElse("");
    }

    @Override
    public Tree tree() {
        return Tree.array(contexts.stream().map(this::tree).toList());
    }

    private Tree tree(Context context) {
        return Tree.fields()
                .put("name", context.name())
                .put("current", isInUse(context))
                .put("endpoints", value(context, SettingName.ENDPOINTS))
                .put("user", value(context, SettingName.USER))
                .put("protected", isProtected(context))
                .build();
    }

    @Override
    public Table table() {
        List<List<String>> rows = contexts.stream()
                .map(context -> List.of(
                        isInUse(context) ? "*" : "",
                        context.name(),
                        value(context, SettingName.ENDPOINTS),
                        value(context, SettingName.USER),
                        isProtected(context) ? "yes" : ""))
                .toList();
        return Table.leftAligned(List.of("current", "name", "endpoints", "user", "protected"), rows);
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        contexts.forEach(context -> out.line(context.name()));
    }

    @Override
    public void fields(LineSink out) {
        for (Context context : contexts) {
            out.line("\"name\" : " + GoText.quote(context.name()));
            out.line("\"current\" : " + isInUse(context));
            out.line("\"endpoints\" : " + GoText.quote(value(context, SettingName.ENDPOINTS)));
            out.line("\"user\" : " + GoText.quote(value(context, SettingName.USER)));
            out.line("\"protected\" : " + isProtected(context));
            out.line("");
        }
    }
}
