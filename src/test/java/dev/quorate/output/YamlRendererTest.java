package dev.quorate.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlRendererTest {

    @Test
    void writesBlocks() {
        Tree member = Tree.fields()
                .put("name", "etcd1")
                .put("peerURLs", Tree.array(List.of(Tree.of("http://127.0.0.1:2380"))))
                .put("ID", Tree.ofUnsigned(-1))
                .build();
        Tree tree = Tree.fields()
                .put("header", Tree.fields().put("revision", 5).build())
                .put("members", Tree.array(List.of(member, member)))
                .put("none", Tree.array(List.of()))
                .put("nothing", Tree.fields().build())
                .build();

        assertThat(yaml(tree)).isEqualTo("""
                        header:
                          revision: 5
                        members:
                          - name: etcd1
                            peerURLs:
                              - http://127.0.0.1:2380
                            ID: 18446744073709551615
                          - name: etcd1
                            peerURLs:
                              - http://127.0.0.1:2380
                            ID: 18446744073709551615
                        none: []
                        nothing: {}
                        """);
    }

    @Test
    void showsReadableBytesAsTextAndOthersAsBinary() {
        Tree tree = Tree.fields()
                .put("text", Tree.of("one\ntwo\n".getBytes(StandardCharsets.UTF_8)))
                .put("binary", Tree.of(new byte[] {0, 1, (byte) 0xff}))
                .build();

        assertThat(yaml(tree)).isEqualTo("text: |\n  one\n  two\nbinary: !!binary AAH/\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "true",
                "No",
                "~",
                "null",
                "1",
                "1.5",
                "1e3",
                "0x1f",
                ".5",
                ".inf",
                "-",
                "- a",
                "a: b",
                "a:",
                "a #b",
                "#a",
                "'a'",
                "\"a\"",
                "[a]",
                "{a}",
                "*a",
                "&a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a`",
                "a\tb",
                "\ta",
                "a\nb",
                "a\nb\n",
                "a\nb\n\n",
                "\na",
                " a\nb",
                "a\n b\n\n\nc",
                "a\r\nb",
                "\u0001",
                "\u2028",
                "é網👍",
                "2026-11-20",
                "12:30:45",
                "a, b",
                "?",
                "? a",
                "=",
                "<<",
                "---",
                "--- a",
                "...",
                "\\",
                "a\\b",
                "\u00a0",
                "{\"json\": [1, 2]}",
                "y",
                "\u0085",
                "\ufeffa",
                "a\n\tb"
            })
    void keepsEveryText(String text) throws IOException {
        Tree tree = Tree.fields()
                .put("top", text)
                .put(
                        "items",
                        Tree.array(List.of(
                                Tree.of(text), Tree.fields().put("deep", text).build())))
                .put("end", "end")
                .build();

        JsonNode read = new YAMLMapper().readTree(yaml(tree));

        assertThat(read.get("top").isTextual()).isTrue();
        assertThat(read.get("top").textValue()).isEqualTo(text);
        assertThat(read.get("items").get(0).textValue()).isEqualTo(text);
        assertThat(read.get("items").get(1).get("deep").textValue()).isEqualTo(text);
        assertThat(read.get("end").textValue()).isEqualTo("end");
    }

    @Test
    void separatesTheResultsOfOneCommand() {
        var bytes = new java.io.ByteArrayOutputStream();
        var writer = new ViewWriter(bytes, Surface.PIPE);

        writer.write(new Written.OneTree(Tree.of("first")), OutputFormat.YAML);
        writer.write(new Written.OneTree(Tree.of("second")), OutputFormat.YAML);

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("first\n---\nsecond\n");
    }

    private static String yaml(Tree tree) {
        return Written.tree(tree, OutputFormat.YAML, Surface.PIPE);
    }
}
