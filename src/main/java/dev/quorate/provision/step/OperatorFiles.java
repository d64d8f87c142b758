package dev.quorate.provision.step;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files on the operator's machine. */
final class OperatorFiles {

    private OperatorFiles() {}

    static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new OperatorException(Failure.of(ExitCode.IO, "cannot read " + path + " on this machine"), e);
        }
    }
}
