package dev.quorate.inventory;

/** A user and a group of a host, by name. */
public record Ownership(String user, String group) {

    public static final Ownership ROOT = new Ownership("root", "root");

    @Override
    public String toString() {
        return user + ":" + group;
    }
}
