package dev.quorate.nodeconfig;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads a command line as Go's {@code flag} package does: one dash or two, the value behind {@code =} or the next word. */
final class FlagReader {

    private FlagReader() {}

    /** @param words what stands after {@code etcd} */
    static FoundSettings read(List<String> words) {
        SettingsCollector collector = new SettingsCollector();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("-")) {
                collector.fault("\"" + word + "\" is no flag; etcd does not read what follows it");
                break;
            }
            take(word.replaceFirst("^--?", ""), rest, collector);
        }
        return collector.found(ConfigurationForm.FLAGS);
    }

    private static void take(String flag, Iterator<String> rest, SettingsCollector collector) {
        int equals = flag.indexOf('=');
        String name = equals < 0 ? flag : flag.substring(0, equals);
        Optional<Setting> setting = Setting.ofFlag(name);
        if (equals >= 0) {
            collector.put(setting, name, flag.substring(equals + 1));
        } else if (isBoolean(setting) || !rest.hasNext()) {
            collector.put(setting, name, "true");
        } else {
            collector.put(setting, name, rest.next());
        }
    }

    private static boolean isBoolean(Optional<Setting> setting) {
        return setting.filter(each -> each.kind() == Setting.Kind.BOOLEAN).isPresent();
    }
}
