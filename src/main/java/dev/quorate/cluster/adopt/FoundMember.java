package dev.quorate.cluster.adopt;

import dev.quorate.inventory.NodeSpec;
import dev.quorate.nodeconfig.FoundSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.Certificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member as it was found on its host.
 *
 * @param member its name, its address and how its host is reached
 * @param certificates by their path, as far as they could be read
 */
record FoundMember(
        NodeSpec member, FoundUnit unit, FoundSettings found, Map<Path, Certificate> certificates, FoundHost host) {

    FoundMember {
        certificates = Map.copyOf(certificates);
    }

    Optional<String> setting(Setting setting) {
        return found.settings().get(setting).filter(value -> !value.isEmpty());
    }

    Optional<Path> path(Setting setting) {
        return setting(setting).map(Path::of);
    }

    Optional<Certificate> certificate(Setting setting) {
        return path(setting).map(certificates::get);
    }

    /** The words of a setting that is a list. */
    List<String> list(Setting setting) {
        return found.settings().list(setting);
    }

    /** The URLs of a setting. */
    List<FoundUrl> urls(Setting setting) {
        return list(setting).stream()
                .map(FoundUrl::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * This member with the address it listens on where the membership has a name only, and with the names it is advertised
     * by.
     */
    FoundMember placed() {
        List<String> names = Stream.of(Setting.INITIAL_ADVERTISE_PEER_URLS, Setting.ADVERTISE_CLIENT_URLS)
                .flatMap(setting -> urls(setting).stream())
                .filter(url -> !url.isAddress())
                .map(FoundUrl::host)
                .distinct()
                .toList();
        String address = address();
        Optional<String> way = member.host().or(() -> Optional.of(member.address()));
        NodeSpec placed = new NodeSpec(
                member.name(),
                address,
                way.filter(host -> !host.equals(address)),
                names.stream().filter(name -> !name.equals(address)).toList(),
                List.of(),
                member.zone(),
                member.ssh());
        return new FoundMember(placed, unit, found, certificates, host);
    }

    private String address() {
        return Stream.of(Setting.LISTEN_PEER_URLS, Setting.INITIAL_ADVERTISE_PEER_URLS, Setting.LISTEN_CLIENT_URLS)
                .flatMap(setting -> urls(setting).stream())
                .filter(url -> url.isAddress() && !url.everywhere() && !url.loopback())
                .map(FoundUrl::host)
                .findFirst()
                .orElse(member.address());
    }
}
