package dev.quorate.output;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * A result as nested data, the common source of JSON and YAML. Order is kept. An array may be lazy: it is walked once,
 * while it is written.
 */
public sealed interface Tree {

    record Text(String value) implements Tree {}

    /** Bytes that are not meant as text; JSON and YAML show them as base64, as Go's {@code encoding/json} does. */
    record Binary(byte[] value) implements Tree {}

    record Number(java.lang.Number value) implements Tree {}

    record Bool(boolean value) implements Tree {}

    record Null() implements Tree {}

    record Array(Iterable<? extends Tree> items) implements Tree {}

    /** Fields in order; a value is asked for when its turn to be written comes. */
    record Fields(Iterable<Entry<String, Tree>> entries) implements Tree {}

    static Tree of(String value) {
        return new Text(value);
    }

    static Tree of(byte[] value) {
        return new Binary(value);
    }

    static Tree of(long value) {
        return new Number(value);
    }

    static Tree of(boolean value) {
        return new Bool(value);
    }

    /** A 64-bit id that etcd counts without sign. */
    static Tree ofUnsigned(long value) {
        return new Number(new BigInteger(Long.toUnsignedString(value)));
    }

    static Tree of(double value) {
        return new Number(value);
    }

    static Tree array(Iterable<? extends Tree> items) {
        return new Array(items);
    }

    static Builder fields() {
        return new Builder();
    }

    /** Collects the fields of one node. */
    final class Builder {
        private final Map<String, Tree> entries = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, Tree value) {
            entries.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, Tree.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, Tree.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, Tree.of(value));
        }

        /** Leaves a zero out, as {@code omitempty} does in etcd's JSON. */
        public Builder putUnlessZero(String name, long value) {
            if (value == 0) {
                return this;
            }
            return put(name, value);
        }

        /** Leaves an unsigned zero out. */
        public Builder putUnsignedUnlessZero(String name, long value) {
            if (value == 0) {
                return this;
            }
            return put(name, Tree.ofUnsigned(value));
        }

        /** Leaves {@code false} out. */
        public Builder putIfTrue(String name, boolean value) {
            if (!value) {
                return this;
            }
            return put(name, true);
        }

        /** Leaves an empty list out. */
        public Builder putUnlessEmpty(String name, List<? extends Tree> items) {
            if (items.isEmpty()) {
                return this;
            }
            return put(name, Tree.array(items));
        }

        public Tree build() {
            return new Fields(List.copyOf(entries.entrySet()));
        }
    }
}
