package dev.quorate.output;

/**
 * How a result is written. {@code AUTO} is a table for lists and statuses at a terminal, {@code SIMPLE} otherwise.
 */
public enum OutputFormat {
    AUTO,
    TABLE,
    SIMPLE,
    JSON,
    YAML,
    FIELDS,
    PROTOBUF;

    /** {@code AUTO} made one of the others. */
    public OutputFormat resolve(View view, Surface surface) {
        if (this != AUTO) {
            return this;
        }
        return surface.terminal() && view.tabular() ? TABLE : SIMPLE;
    }
}
