package dev.quorate.snapshot;

import dev.quorate.output.ByteSize;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** A snapshot that was found whole. */
record VerifiedView(String file, String sha256, SnapshotFile.Inspection inspection) implements View {

    private String version() {
        return inspection.clusterVersion().map(Object::toString).orElse("");
    }

    @Override
    public Tree tree() {
        SnapshotStatus status = inspection.status();
        return Tree.fields()
                .put("file", file)
                .put("sha256", sha256)
                .put("hash", Integer.toUnsignedLong(status.hash()))
                .put("revision", status.revision())
                .put("totalKey", status.totalKeys())
                .put("totalSize", status.totalSize())
                .put("pages", inspection.pages())
                .put("clusterVersion", version())
                .build();
    }

    @Override
    public Table table() {
        SnapshotStatus status = inspection.status();
        return new Table(
                List.of("file", "revision", "total keys", "total size", "cluster version", "SHA-256"),
                List.of(List.of(
                        file,
                        Long.toString(status.revision()),
                        Long.toString(status.totalKeys()),
                        ByteSize.text(status.totalSize()),
                        version(),
                        sha256)));
    }

    @Override
    public void lines(LineSink out) {
        SnapshotStatus status = inspection.status();
        out.line(file + " is whole: revision " + status.revision() + ", " + status.totalKeys() + " keys, "
                + ByteSize.text(status.totalSize()) + ", SHA-256 " + sha256);
    }

    @Override
    public void fields(LineSink out) {
        SnapshotStatus status = inspection.status();
        out.line("\"File\" : " + GoText.quote(file));
        out.line("\"SHA256\" : " + GoText.quote(sha256));
        out.line("\"Hash\" : " + Integer.toUnsignedString(status.hash()));
        out.line("\"Revision\" : " + status.revision());
        out.line("\"Keys\" : " + status.totalKeys());
        out.line("\"Size\" : " + status.totalSize());
        out.line("\"Pages\" : " + inspection.pages());
        out.line("\"ClusterVersion\" : " + GoText.quote(version()));
    }
}
