package dev.quorate.etcd.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.ResponseHeader;
import dev.quorate.output.LineSink;
import dev.quorate.output.OutputFormat;
import dev.quorate.output.Surface;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.output.ViewWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HexIdsTest {

    @Test
    void tellsEachIdInHexadecimalToo() {
        assertThat(json(HexIds.beside(new Answer(), true)))
                .isEqualTo("[{\"header\":{\"cluster_id\":18,\"cluster_id_hex\":\"12\","
                        + "\"member_id\":17628310501313495538,\"member_id_hex\":\"f4a457008d1441f2\","
                        + "\"revision\":3},\"memberID\":255,\"memberID_hex\":\"ff\"}]\n");
    }

    @Test
    void leavesEtcdctlsBytesAloneUnlessAsked() {
        assertThat(json(HexIds.beside(new Answer(), false))).isEqualTo(json(new Answer()));
    }

    private static String json(View view) {
        var out = new ByteArrayOutputStream();
        new ViewWriter(out, Surface.PIPE).write(view, OutputFormat.JSON);
        return out.toString(StandardCharsets.UTF_8);
    }

    private record Answer() implements View {
        @Override
        public Tree tree() {
            var header = new ResponseHeader(0x12, 0xf4a457008d1441f2L, 3, 0);
            return Tree.array(List.of(Tree.fields()
                    .put("header", HeaderView.tree(header))
                    .putUnsignedUnlessZero("memberID", 255)
                    .build()));
        }

        @Override
        public Table table() {
            return Table.leftAligned(List.of(), List.of());
        }

        @Override
        public void lines(LineSink out) {}
    }
}
