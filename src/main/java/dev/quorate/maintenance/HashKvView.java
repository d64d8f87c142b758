package dev.quorate.maintenance;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.HashKv;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.session.Reply;
import java.util.List;
import java.util.function.BiFunction;

record HashKvView(List<Reply<HashKv>> replies) implements View {

    private <T> List<T> answered(BiFunction<Endpoint, HashKv, T> each) {
        return replies.stream()
                .flatMap(reply -> reply.value().map(hash -> each.apply(reply.endpoint(), hash)).stream())
                .toList();
    }

    @Override
    public Tree tree() {
        return Tree.array(answered((endpoint, hash) -> Tree.fields()
                .put("Endpoint", endpoint.text())
                .put("HashKV", tree(hash))
                .build()));
    }

    private static Tree tree(HashKv hash) {
        return Tree.fields()
                .put("header", HeaderView.tree(hash.header()))
                .putUnlessZero("hash", Integer.toUnsignedLong(hash.hash()))
                .putUnlessZero("compact_revision", hash.compactRevision())
                .build();
    }

    @Override
    public Table table() {
        return new Table(List.of("endpoint", "hash"), answered(HashKvView::row));
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        answered(HashKvView::row).forEach(row -> out.line(String.join(", ", row)));
    }

    private static List<String> row(Endpoint endpoint, HashKv hash) {
        return List.of(endpoint.text(), Integer.toUnsignedString(hash.hash()));
    }

    @Override
    public void fields(LineSink out) {
        for (Reply<HashKv> reply : replies) {
            reply.value().ifPresent(hash -> fields(reply.endpoint(), hash, out));
        }
    }

    private static void fields(Endpoint endpoint, HashKv hash, LineSink out) {
        HeaderView.fields(hash.header(), out);
        out.line("\"Endpoint\" : " + GoText.quote(endpoint.text()));
        out.line("\"Hash\" : " + Integer.toUnsignedString(hash.hash()));
        out.line("");
    }
}
