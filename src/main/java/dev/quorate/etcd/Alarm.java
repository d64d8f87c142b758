package dev.quorate.etcd;

/** @param memberId unsigned */
public record Alarm(long memberId, Type type) {

    public enum Type {
        NONE,
        NOSPACE,
        CORRUPT;

        /** The number in etcd's protobuf. */
        public int number() {
            return switch (this) {
                case NONE -> 0;
                case NOSPACE -> 1;
                case CORRUPT -> 2;
            };
        }
    }
}
