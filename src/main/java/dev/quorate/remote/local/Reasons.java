package dev.quorate.remote.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.UserPrincipalNotFoundException;

/** Says why a file could not be touched; Java's own messages are often the bare path. */
final class Reasons {

    private Reasons() {}

    static String of(IOException thrown) {
        return switch (thrown) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " is in the way";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            case UserPrincipalNotFoundException unknown -> "there is no user or group " + unknown.getName();
            default -> String.valueOf(thrown.getMessage());
        };
    }
}
