package dev.quorate;

import dev.quorate.output.Surface;
import dev.quorate.shell.CommandCatalog;
import dev.quorate.shell.StreamQuestions;
import dev.quorate.shell.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The commands of the program as it is wired. */
final class Catalogs {

    private Catalogs() {}

    static CommandCatalog real(Path home) {
        var nothing = new ByteArrayInputStream(new byte[0]);
        var streams = new Streams(
                nothing, new ByteArrayOutputStream(), line -> {}, Surface.PIPE, new StreamQuestions(nothing, false));
        var launch = new Launch(List.of(), Map.of("QUORATE_HOME", home.toString()), streams, false);
        try (var beans = QuorateWiring.wire(launch)) {
            return beans.get(CommandCatalog.class);
        }
    }
}
