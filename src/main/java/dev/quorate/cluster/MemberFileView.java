package dev.quorate.cluster;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberSettings;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** The options that a member will get; in plain lines the very text of its configuration. */
record MemberFileView(ClusterSpec spec, NodeSpec member) implements View {

    /** @throws OperatorException if there is none called {@code name} */
    static NodeSpec member(ClusterSpec spec, String name) {
        return spec.member(name)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "no member named \"" + name + "\"",
                        "there are: "
                                + String.join(
                                        ", ",
                                        spec.members().stream()
                                                .map(NodeSpec::name)
                                                .toList())));
    }

    private NodeSettings settings() {
        return new MemberSettings(spec).of(member, State.NEW);
    }

    @Override
    public Tree tree() {
        Tree.Builder fields = Tree.fields();
        settings().values().forEach((setting, value) -> fields.put(setting.flag(), value));
        return fields.build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                List.of("option", "value"),
                settings().values().entrySet().stream()
                        .map(entry -> List.of(entry.getKey().flag(), entry.getValue()))
                        .toList());
    }

    @Override
    public void lines(LineSink out) {
        spec.configuration()
                .form()
                .rendered()
                .render(settings(), spec.etcd().version())
                .lines()
                .forEach(out::line);
    }

    @Override
    public void fields(LineSink out) {
        settings()
                .values()
                .forEach((Setting setting, String value) ->
                        out.line("\"" + setting.flag() + "\" : " + GoText.quote(value)));
    }
}
