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
    PROTOBUF
}
