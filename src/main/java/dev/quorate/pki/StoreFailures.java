package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What a failing file system means to an operator. */
final class StoreFailures {

    private StoreFailures() {}

    /** @param verb what was tried: {@code write} */
    static OperatorException of(String verb, Path path, IOException thrown) {
        Failure failure = new Failure("cannot " + verb + " " + path + ": " + reason(thrown), hint(thrown), ExitCode.IO);
        return new OperatorException(failure, thrown);
    }

    private static String reason(IOException thrown) {
        if (thrown instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (thrown instanceof FileAlreadyExistsException || thrown instanceof NotDirectoryException) {
            return "it is no folder, and one is needed there";
        }
        if (thrown instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return String.valueOf(thrown.getMessage());
    }

    private static String hint(IOException thrown) {
        if (reason(thrown).equals("Is a directory")) {
            return "name a file in it";
        }
        if (thrown instanceof AccessDeniedException) {
            return "the folder must belong to you and be writable; nothing was changed";
        }
        return "nothing was changed; see the folder's permissions and free space";
    }
}
