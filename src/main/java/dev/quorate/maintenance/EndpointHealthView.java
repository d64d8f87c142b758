package dev.quorate.maintenance;

import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

record EndpointHealthView(List<EndpointHealth> checked) implements View {

    @Override
    public Tree tree() {
        return Tree.array(checked.stream().map(EndpointHealthView::tree).toList());
    }

    private static Tree tree(EndpointHealth health) {
        Tree.Builder fields = Tree.fields()
                .put("endpoint", health.endpoint().text())
                .put("health", !health.bad())
                .put("took", health.tookText());
        if (health.bad()) {
            fields.put("error", health.error());
        }
        return fields.build();
    }

    @Override
    public Table table() {
        return new Table(
                List.of("endpoint", "health", "took", "error"),
                checked.stream().map(EndpointHealthView::row).toList());
    }

    private static List<String> row(EndpointHealth health) {
        return List.of(health.endpoint().text(), Boolean.toString(!health.bad()), health.tookText(), health.error());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    /** The healthy ones; the others are talk, not data, as etcdctl has it. */
    @Override
    public void lines(LineSink out) {
        checked.stream().filter(health -> !health.bad()).forEach(health -> out.line(health.line()));
    }

    @Override
    public void fields(LineSink out) {
        for (EndpointHealth health : checked) {
            out.line("\"Endpoint\" : " + GoText.quote(health.endpoint().text()));
            out.line("\"Health\" : " + !health.bad());
            out.line("\"Took\" : " + health.tookText());
            out.line("\"Error\" : " + health.error());
            out.line("");
        }
    }
}
