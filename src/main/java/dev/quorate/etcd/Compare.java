package dev.quorate.etcd;

/** One condition of a transaction: of the key's version, create or mod revision, lease (a number), or value (bytes). */
public sealed interface Compare {

    Bytes key();

    Operator operator();

    enum Operator {
        EQUAL,
        GREATER,
        LESS,
        NOT_EQUAL
    }

    enum NumberTarget {
        VERSION,
        CREATE,
        MODIFY,
        LEASE
    }

    record OfNumber(Bytes key, Operator operator, NumberTarget target, long number) implements Compare {}

    record OfValue(Bytes key, Operator operator, Bytes value) implements Compare {}
}
