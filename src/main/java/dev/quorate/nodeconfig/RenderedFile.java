package dev.quorate.nodeconfig;

import dev.quorate.remote.FileAccess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A text file as it is to be on a host. */
public record RenderedFile(Path path, String content, FileAccess access) {

    public byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
