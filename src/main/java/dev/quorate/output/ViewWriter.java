package dev.quorate.output;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the views of one command, each whole and flushed, so that what is piped on arrives as it happens. Not for
 * several threads at once.
 */
public final class ViewWriter {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final Surface surface;
    private int documents;

    public ViewWriter(OutputStream out, Surface surface) {
        this.out = out;
        this.surface = surface;
    }

    /** @throws OperatorException if the format is none of this view's, or the reader of the output is gone */
    public void write(View view, OutputFormat format) {
        var buffer = new BufferedOutputStream(out, BUFFER_BYTES);
        try {
            render(view, format.resolve(view, surface), sink(buffer));
            buffer.flush();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void render(View view, OutputFormat format, LineSink sink) {
        switch (format) {
            case AUTO, SIMPLE -> view.lines(textual(sink));
            case FIELDS -> view.fields(textual(sink));
            case JSON -> json(view, sink);
            case YAML -> yaml(view, sink);
            case TABLE -> new TableRenderer(sink, surface).write(view.table());
            case PROTOBUF -> view.protobuf(sink);
        }
    }

    private void json(View view, LineSink sink) {
        if (view.sameInEveryFormat()) {
            view.lines(textual(sink));
            return;
        }
        new JsonRenderer(sink, surface.terminal()).write(view.tree());
        sink.line("");
    }

    /** Results of one command are documents of one stream. */
    private void yaml(View view, LineSink sink) {
        if (documents++ > 0) {
            sink.line("---");
        }
        new YamlRenderer(sink).write(view.tree());
    }

    private LineSink textual(LineSink sink) {
        return surface.terminal() ? bytes -> sink.write(Visible.lines(bytes)) : sink;
    }

    private static LineSink sink(OutputStream out) {
        return bytes -> {
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        };
    }

    private static OperatorException cannotWrite(IOException cause) {
        var failure = Failure.of(ExitCode.IO, "cannot write the result: " + cause.getMessage());
        return new OperatorException(failure, cause);
    }
}
