package dev.quorate.member;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.List;

/** @param text the comma list as it was given */
record PeerUrls(String text) {

    static PeerUrls required(String text) {
        if (text.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "member peer urls not provided",
                    "add --peer-urls=https://HOST:2380, the URL other members reach it at");
        }
        return new PeerUrls(text);
    }

    List<String> list() {
        return List.of(text.split(",", -1));
    }
}
