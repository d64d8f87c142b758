package dev.quorate.hosts;

import dev.quorate.output.ByteSize;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.time.Duration;
import java.util.List;

/** The facts of hosts, a row each. */
record FactsView(List<FactsOfHost> hosts) implements View {

    /** A clock that is told in whole seconds is right within this. */
    private static final Duration RIGHT = Duration.ofSeconds(2);

    private static final List<String> COLUMNS = List.of(
            "host",
            "system",
            "kernel",
            "arch",
            "cpus",
            "memory",
            "free disk",
            "up",
            "clock",
            "user",
            "systemd",
            "etcd");

    @Override
    public Tree tree() {
        return Tree.array(hosts.stream().map(FactsView::tree).toList());
    }

    private static Tree tree(FactsOfHost host) {
        return Tree.fields()
                .put("host", host.host())
                .put("system", host.text("system"))
                .put("kernel", host.text("kernel"))
                .put("architecture", host.text("architecture"))
                .put("processors", host.number("processors"))
                .put("memory", host.bytes("memory"))
                .put("freeDisk", host.bytes("free"))
                .put("uptimeSeconds", host.number("up"))
                .put("clockAheadSeconds", host.clock().toSeconds())
                .put("user", host.text("user"))
                .put("systemd", host.number("systemd"))
                .put("etcd", host.text("etcd"))
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(COLUMNS, hosts.stream().map(FactsView::row).toList());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        table().writeLines(out);
    }

    private static List<String> row(FactsOfHost host) {
        return List.of(
                host.host(),
                host.text("system"),
                host.text("kernel"),
                host.text("architecture"),
                host.text("processors"),
                ByteSize.text(host.bytes("memory")),
                ByteSize.text(host.bytes("free")),
                span(Duration.ofSeconds(host.number("up"))),
                clock(host.clock()),
                host.text("user"),
                host.text("systemd"),
                host.text("etcd"));
    }

    private static String clock(Duration ahead) {
        if (ahead.abs().compareTo(RIGHT) < 0) {
            return "right";
        }
        return span(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead");
    }

    /** The two largest units: {@code 3d 4h}. */
    private static String span(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + "d " + span.toHoursPart() + "h";
        }
        return span.toHours() > 0
                ? span.toHours() + "h " + span.toMinutesPart() + "m"
                : span.toMinutes() + "m " + span.toSecondsPart() + "s";
    }

    @Override
    public void fields(LineSink out) {
        table().writeFields(out);
    }
}
