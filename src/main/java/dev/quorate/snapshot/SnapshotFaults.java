package dev.quorate.snapshot;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.snapshot.bolt.DamagedException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What goes wrong with files, in the operator's words. */
final class SnapshotFaults {

    private SnapshotFaults() {}

    static OperatorException damaged(Path file, DamagedException thrown) {
        Failure failure = new Failure(
                file + " " + thrown.what(),
                "it is no whole snapshot: take another one, or an older one that snapshot verify finds whole",
                ExitCode.ERROR);
        return new OperatorException(failure, thrown);
    }

    static OperatorException unreadable(Path file, IOException thrown) {
        return told("cannot read " + file, thrown, "name a file that snapshot save wrote");
    }

    static OperatorException unwritable(Path file, IOException thrown) {
        return told(
                "cannot write " + file,
                thrown,
                "nothing was saved, and what had that name before is as it was: choose another place, or make room");
    }

    private static OperatorException told(String what, IOException thrown, String hint) {
        if (thrown instanceof ClosedByInterruptException || thrown instanceof FileLockInterruptionException) {
            return new OperatorException(Failure.INTERRUPTION, thrown);
        }
        return new OperatorException(new Failure(what + ": " + reason(thrown), hint, ExitCode.IO), thrown);
    }

    private static String reason(IOException thrown) {
        return switch (thrown) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(thrown.getMessage());
        };
    }
}
