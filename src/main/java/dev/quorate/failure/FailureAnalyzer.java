package dev.quorate.failure;

import org.jspecify.annotations.Nullable;

/** Knows one family of exceptions and says what they mean to an operator. */
@FunctionalInterface
public interface FailureAnalyzer {

    /** What {@code thrown} means, or {@code null} if this analyzer does not know it. */
    @Nullable
    Failure analyze(Throwable thrown);
}
