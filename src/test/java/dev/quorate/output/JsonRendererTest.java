package dev.quorate.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRendererTest {

    @Test
    void escapesAsGoDoes() {
        Tree text = Tree.of("<a>&\"\\\b\f\n\r\t\u0001\u007f\u2028\u2029é👍");

        assertThat(json(text, Surface.PIPE))
                .isEqualTo("\"\\u003ca\\u003e\\u0026\\\"\\\\\\b\\f\\n\\r\\t\\u0001\u007f\\u2028\\u2029é👍\"\n");
    }

    @Test
    void replacesWhatIsNoText() {
        assertThat(json(Tree.of("a\udc80b"), Surface.PIPE)).isEqualTo("\"a\\ufffdb\"\n");
    }

    @Test
    void escapesOnATerminalWhatTheTerminalWouldObey() {
        assertThat(json(Tree.of("\u009b2J\u202e"), Surface.terminal(80))).isEqualTo("\"\\u009b2J\\u202e\"\n");
    }

    @Test
    void writesBytesAsBase64AndIdsWithoutSign() {
        Tree tree = Tree.fields()
                .put("key", Tree.of("foo".getBytes(StandardCharsets.UTF_8)))
                .put("id", Tree.ofUnsigned(-1))
                .put("lease", -1)
                .build();

        assertThat(json(tree, Surface.PIPE)).isEqualTo("{\"key\":\"Zm9v\",\"id\":18446744073709551615,\"lease\":-1}\n");
    }

    @Test
    void writesNestedAndEmptyNodes() {
        Tree tree = Tree.fields()
                .put("list", Tree.array(List.of(Tree.of(true), new Tree.Null(), Tree.of(0.5), Tree.of(3.0))))
                .put("none", Tree.array(List.of()))
                .put("nothing", Tree.fields().build())
                .build();

        assertThat(json(tree, Surface.PIPE)).isEqualTo("{\"list\":[true,null,0.5,3],\"none\":[],\"nothing\":{}}\n");
    }

    private static String json(Tree tree, Surface surface) {
        return Written.tree(tree, OutputFormat.JSON, surface);
    }
}
