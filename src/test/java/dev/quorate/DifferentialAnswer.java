package dev.quorate;

import java.nio.charset.StandardCharsets;

/**
 * What a program made of a line.
 *
 * @param outcome how it ended
 * @param output standard output
 * @param error standard error, for the report only
 */
record DifferentialAnswer(Outcome outcome, byte[] output, String error) {

    enum Outcome {
        SUCCESS,
        FAILURE,
        /** It ran until it was told to end. */
        ENDED
    }

    String text() {
        return new String(output, StandardCharsets.ISO_8859_1);
    }
}
