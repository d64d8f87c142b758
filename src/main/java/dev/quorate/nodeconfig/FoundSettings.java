package dev.quorate.nodeconfig;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a configuration that somebody else wrote says.
 *
 * @param form it is written in
 * @param others what stands there beside the options this console knows, as it is written: rarer options, variables
 * @param faults what is wrong with it, a sentence each
 */
public record FoundSettings(
        ConfigurationForm form, NodeSettings settings, Map<String, String> others, List<String> faults) {

    public FoundSettings {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        faults = List.copyOf(faults);
    }

    /** These, and below them {@code weaker}: what both have is as it is here. */
    FoundSettings over(FoundSettings weaker) {
        NodeSettings merged = weaker.settings;
        for (Map.Entry<Setting, String> entry : settings.values().entrySet()) {
            merged = merged.with(entry.getKey(), entry.getValue());
        }
        Map<String, String> all = new LinkedHashMap<>(weaker.others);
        all.putAll(others);
        List<String> both = new ArrayList<>(weaker.faults);
        both.addAll(faults);
        return new FoundSettings(form, merged, all, both);
    }

    FoundSettings withFault(String fault) {
        List<String> more = new ArrayList<>(faults);
        more.add(fault);
        return new FoundSettings(form, settings, others, more);
    }
}
