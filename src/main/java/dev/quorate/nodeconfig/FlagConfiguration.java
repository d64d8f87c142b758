package dev.quorate.nodeconfig;

import java.util.List;

/** The command line; {@code --flag=value} throughout, since a boolean flag takes no next word. */
final class FlagConfiguration {

    private FlagConfiguration() {}

    static List<String> of(NodeSettings settings) {
        return settings.values().entrySet().stream()
                .map(entry -> "--" + entry.getKey().flag() + "=" + entry.getValue())
                .toList();
    }
}
