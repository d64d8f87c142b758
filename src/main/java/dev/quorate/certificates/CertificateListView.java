package dev.quorate.certificates;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Certificates, one row each. */
record CertificateListView(List<Row> rows, Instant now) implements View {

    private static final List<String> COLUMNS =
            List.of("NAME", "PROFILE", "SUBJECT", "SANS", "KEY", "SERIAL", "DAYS LEFT", "CA", "STATE", "INSTALLED");

    /**
     * @param name in the store, or the address it is served at
     * @param profile or the role it is served in
     * @param state {@code valid}, {@code expired}, {@code revoked}, {@code issued} and the like
     * @param installed where it was put
     */
    record Row(String name, String profile, Certificate certificate, String state, List<String> installed) {
        Row {
            installed = List.copyOf(installed);
        }
    }

    CertificateListView {
        rows = List.copyOf(rows);
    }

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("certificates", Tree.array(rows.stream().map(this::tree).toList()))
                .build();
    }

    private Tree tree(Row row) {
        Certificate certificate = row.certificate();
        return Tree.fields()
                .put("name", row.name())
                .put("profile", row.profile())
                .put("subject", certificate.subject().toString())
                .put(
                        "sans",
                        texts(certificate.names().stream()
                                .map(AlternativeName::toString)
                                .toList()))
                .put("key", certificate.keyText())
                .put("serial", certificate.serialText())
                .put("notBefore", certificate.validity().notBefore().toString())
                .put("notAfter", certificate.validity().notAfter().toString())
                .put("daysLeft", certificate.validity().daysLeft(now))
                .put("issuer", certificate.issuer().toString())
                .put("state", row.state())
                .put("installed", texts(row.installed()))
                .build();
    }

    private static Tree texts(List<String> values) {
        return Tree.array(values.stream().map(Tree::of).toList());
    }

    @Override
    public Table table() {
        return Table.leftAligned(COLUMNS, rows.stream().map(this::cells).toList());
    }

    private List<String> cells(Row row) {
        Certificate certificate = row.certificate();
        return List.of(
                row.name(),
                row.profile(),
                certificate.subject().toString(),
                certificate.names().stream().map(AlternativeName::value).collect(Collectors.joining(" ")),
                certificate.keyText(),
                certificate.serialText(),
                Long.toString(certificate.validity().daysLeft(now)),
                certificate.issuer().commonName().orElseGet(certificate.issuer()::toString),
                row.state(),
                String.join(" ", row.installed()));
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
