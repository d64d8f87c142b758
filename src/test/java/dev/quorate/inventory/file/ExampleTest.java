package dev.quorate.inventory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExampleTest {

    @ParameterizedTest
    @EnumSource
    void standsAmongTheScriptsToo(Example example) {
        assertThat(Path.of("scripts/tutorials", example.word(), "cluster.yaml")).hasContent(example.text());
    }
}
