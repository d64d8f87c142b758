package dev.quorate.inventory.source;

import java.util.Optional;

/** Tells by its looks what a text of another tool is. */
public final class Sources {

    private Sources() {}

    /** What a text may be. */
    public enum Kind {
        HCLOUD,
        ANSIBLE,
        TABLE
    }

    /**
     * The members that {@code text} tells of.
     *
     * @param source what it is called in messages
     * @param kind guessed where empty
     * @param group of an Ansible inventory
     */
    public static Imported read(String source, String text, Optional<Kind> kind, Optional<String> group) {
        return switch (kind.orElseGet(() -> guess(text))) {
            case HCLOUD -> HcloudServers.parse(text);
            case ANSIBLE -> AnsibleInventory.parse(source, text, group);
            case TABLE -> HostTable.parse(text);
        };
    }

    private static Kind guess(String text) {
        String start = text.stripLeading();
        boolean json = start.startsWith("[{") || start.matches("(?s)\\[\\s*[{\\]].*") || start.startsWith("{");
        if (json) {
            return Kind.HCLOUD;
        }
        return AnsibleInventory.looksLike(text) ? Kind.ANSIBLE : Kind.TABLE;
    }
}
