package dev.quorate.certificates;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.CertificateRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Certificates that would be made. */
record RequestListView(List<CertificateRequest> requests) implements View {

    private static final List<String> COLUMNS =
            List.of("WOULD ISSUE", "PROFILE", "SUBJECT", "SANS", "KEY", "DAYS", "FILES");

    RequestListView {
        requests = List.copyOf(requests);
    }

    private static List<String> cells(CertificateRequest request) {
        return List.of(
                request.name(),
                request.profile().word(),
                request.subject().toString(),
                request.names().stream().map(AlternativeName::value).collect(Collectors.joining(" ")),
                request.keyType().word(),
                Long.toString(request.validity().toDays()),
                request.files().certificate() + " " + request.files().key());
    }

    @Override
    public Tree tree() {
        return Tree.fields()
                .put(
                        "requests",
                        Tree.array(requests.stream().map(RequestListView::tree).toList()))
                .build();
    }

    private static Tree tree(CertificateRequest request) {
        return Tree.fields()
                .put("name", request.name())
                .put("profile", request.profile().word())
                .put("subject", request.subject().toString())
                .put(
                        "sans",
                        Tree.array(request.names().stream()
                                .map(name -> Tree.of(name.toString()))
                                .toList()))
                .put("key", request.keyType().word())
                .put("days", request.validity().toDays())
                .put("certificateFile", request.files().certificate())
                .put("keyFile", request.files().key())
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                COLUMNS, requests.stream().map(RequestListView::cells).toList());
    }

    @Override
    public void lines(LineSink out) {
        table().writeLines(out);
    }

    @Override
    public void fields(LineSink out) {
        table().writeFields(out);
    }

    @Override
    public boolean tabular() {
        return true;
    }
}
