package dev.quorate.guard;

/** How much a finding weighs. */
public enum Severity {
    /** Good to know. */
    NOTE,
    /** The operator decides. */
    WARNING,
    /** Must be mended first. */
    BLOCKER
}
