package dev.quorate.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewWriterTest {

    private static final Table TABLE = new Table(List.of("a"), List.of(List.of("1")));

    /** Prints {@code text}, whatever the format. */
    private record Plain(byte[] text) implements View {
        @Override
        public Tree tree() {
            return Tree.of("tree");
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public void lines(LineSink out) {
            out.line(text);
        }

        @Override
        public boolean sameInEveryFormat() {
            return true;
        }
    }

    @Test
    void leavesTheChoiceOfFormatToTheSurface() {
        var view = new Written.OneTable(TABLE);

        assertThat(Written.view(view, OutputFormat.AUTO, Surface.PIPE)).isEqualTo("lines\n");
        assertThat(Written.view(view, OutputFormat.AUTO, Surface.terminal(80))).startsWith("+---+");
    }

    @Test
    void writesTheLinesAsJsonWhereEtcdctlHasNoJson() {
        byte[] text = "compacted revision 3".getBytes(StandardCharsets.UTF_8);

        assertThat(Written.view(new Plain(text), OutputFormat.JSON, Surface.PIPE))
                .isEqualTo("compacted revision 3\n");
        assertThat(Written.view(new Plain(text), OutputFormat.PROTOBUF, Surface.PIPE))
                .isEqualTo("compacted revision 3\n");
        assertThat(Written.view(new Plain(text), OutputFormat.FIELDS, Surface.PIPE))
                .isEqualTo("compacted revision 3\n");
        assertThat(Written.view(new Plain(text), OutputFormat.YAML, Surface.PIPE))
                .isEqualTo("tree\n");
    }

    @Test
    void passesBytesUnchangedToAPipe() {
        byte[] bytes = {0x1b, '[', '2', 'J', (byte) 0xff};
        var out = new java.io.ByteArrayOutputStream();

        new ViewWriter(out, Surface.PIPE).write(new Plain(bytes), OutputFormat.SIMPLE);

        assertThat(out.toByteArray()).isEqualTo(new byte[] {0x1b, '[', '2', 'J', (byte) 0xff, '\n'});
    }

    @Test
    void makesBytesVisibleThatATerminalWouldObey() {
        byte[] bytes = {0x1b, '[', '2', 'J', (byte) 0xff, '\t', 'a', '\r', '\n', 'b'};

        assertThat(Written.view(new Plain(bytes), OutputFormat.SIMPLE, Surface.terminal(80)))
                .isEqualTo("\\x1b[2J\\xff\ta\\x0d\nb\n");
    }

    @Test
    void saysWhenTheReaderIsGone() {
        var gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThatThrownBy(() -> new ViewWriter(gone, Surface.PIPE).write(new Plain(new byte[0]), OutputFormat.SIMPLE))
                .isInstanceOfSatisfying(OperatorException.class, thrown -> {
                    assertThat(thrown.failure().exitCode()).isEqualTo(ExitCode.IO);
                    assertThat(thrown).hasMessage("cannot write the result: Broken pipe");
                });
    }

    @Test
    void refusesProtobufWhereEtcdctlHasNone() {
        assertThatThrownBy(() -> Written.view(new Written.OneTable(TABLE), OutputFormat.PROTOBUF, Surface.PIPE))
                .hasMessage("protobuf not supported as output format");
    }
}
